using System.Globalization;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private Statement ParseCreate()
    {
        var start = _index;
        var position = Position;
        Advance();
        var orReplace = Accept(Keyword.Or, Keyword.Replace);
        var persistence = ParsePersistence();
        switch (Current.Keyword)
        {
            case Keyword.Table when !orReplace:
                Advance();
                return ParseCreateTable(persistence, position);
            case Keyword.View or Keyword.Recursive when persistence is TablePersistence.Permanent or TablePersistence.Temporary:
                return ParseCreateView(orReplace, persistence == TablePersistence.Temporary, position);
        }

        if (persistence != TablePersistence.Permanent || orReplace)
        {
            return Current.Keyword is Keyword.Function or Keyword.Procedure or Keyword.Library or Keyword.Model or Keyword.Rule or Keyword.Trigger
                    or Keyword.Aggregate or Keyword.External or Keyword.Sequence or Keyword.Language
                ? SkipUnsupportedObject(start)
                : throw SyntaxError();
        }

        switch (Current.Keyword)
        {
            case Keyword.Materialized:
                return ParseCreateMaterializedView(position);
            case Keyword.Schema:
                return ParseCreateSchema(position);
            case Keyword.Database:
                return ParseCreateDatabase(position);
            case Keyword.User:
                Advance();
                return new CreateUserStatement(ParsePrincipal(), ParseUserOptions()) { Position = position };
            case Keyword.Group:
                return ParseCreateGroup(position);
            case Keyword.Role:
                return ParseCreateRole(position);
            case Keyword.External when PeekKeyword(1) == Keyword.Schema:
                return ParseCreateExternalSchema(position);
            case Keyword.External when PeekKeyword(1) == Keyword.Table:
                return ParseCreateExternalTable(position);
            default:
                return SkipUnsupportedObject(start);
        }
    }

    private static bool IsUnsupportedObject(Keyword keyword)
        => keyword is Keyword.Index or Keyword.Sequence or Keyword.Extension or Keyword.Type or Keyword.Domain or Keyword.Trigger or Keyword.Rule
            or Keyword.Function or Keyword.Procedure or Keyword.Aggregate or Keyword.Operator or Keyword.Cast or Keyword.Conversion
            or Keyword.Language or Keyword.Tablespace or Keyword.Library or Keyword.Model or Keyword.Datashare or Keyword.Policy
            or Keyword.Publication or Keyword.Subscription or Keyword.Server or Keyword.Statistics or Keyword.Event or Keyword.Collation
            or Keyword.Foreign or Keyword.Rls or Keyword.Masking or Keyword.External or Keyword.Identity or Keyword.Constraint
            or Keyword.Access or Keyword.Text or Keyword.Default;

    /// <summary>CREATE, ALTER or DROP of something that is known but left out, or that only PostgreSQL has.</summary>
    private UnsupportedStatement SkipUnsupportedObject(int start)
    {
        var position = PositionOf(_tokens[start]);
        var verb = TextOf(_tokens[start]).ToString().ToUpperInvariant();
        Accept(Keyword.Unique);
        if (!IsUnsupportedObject(Current.Keyword))
        {
            throw SyntaxError();
        }

        var noun = Current.Keyword switch
        {
            Keyword.Rls or Keyword.Masking or Keyword.External or Keyword.Foreign or Keyword.Event or Keyword.Identity or Keyword.Text
                or Keyword.Constraint or Keyword.Access or Keyword.Default when Peek(1).Kind == SqlTokenKind.Word
                => $"{ParseUpperWord()} {ParseUpperWord()}",
            _ => ParseUpperWord()
        };
        SkipToEnd();
        return new UnsupportedStatement($"{verb} {noun}") { Position = position };
    }

    private CreateViewStatement ParseCreateView(bool orReplace, bool isTemporary, int position)
    {
        var isRecursive = Accept(Keyword.Recursive);
        Expect(Keyword.View);
        var name = ParseQualifiedName();
        var columns = ParseOptionalIdentifiersInParentheses();
        Expect(Keyword.As);
        var query = ParseQuery();
        var noSchemaBinding = false;
        var withCheckOption = false;
        if (Accept(Keyword.With))
        {
            if (Accept(Keyword.No, Keyword.Schema, Keyword.Binding))
            {
                noSchemaBinding = true;
            }
            else
            {
                _ = Accept(Keyword.Local) || Accept(Keyword.Cascaded);
                Expect(Keyword.Check);
                Expect(Keyword.Option);
                withCheckOption = true;
            }
        }

        return new CreateViewStatement(name, query)
        {
            OrReplace = orReplace,
            IsTemporary = isTemporary,
            IsRecursive = isRecursive,
            Columns = columns,
            NoSchemaBinding = noSchemaBinding,
            WithCheckOption = withCheckOption,
            Position = position
        };
    }

    private CreateMaterializedViewStatement ParseCreateMaterializedView(int position)
    {
        Advance();
        Expect(Keyword.View);
        var ifNotExists = Accept(Keyword.If, Keyword.Not, Keyword.Exists);
        var name = ParseQualifiedName();
        var columns = ParseOptionalIdentifiersInParentheses();
        var attributes = ParseTableAttributes();
        Expect(Keyword.As);
        return new CreateMaterializedViewStatement(name, ParseQuery())
        {
            IfNotExists = ifNotExists, Columns = columns, Attributes = attributes, Position = position
        };
    }

    private RefreshMaterializedViewStatement ParseRefresh()
    {
        var position = Position;
        Advance();
        Expect(Keyword.Materialized);
        Expect(Keyword.View);
        var isConcurrent = Accept(Keyword.Concurrently);
        var name = ParseQualifiedName();
        return new RefreshMaterializedViewStatement(name)
        {
            IsConcurrent = isConcurrent, Behavior = ParseOptionalDropBehavior(), Position = position
        };
    }

    private CreateSchemaStatement ParseCreateSchema(int position)
    {
        Advance();
        var ifNotExists = Accept(Keyword.If, Keyword.Not, Keyword.Exists);
        var name = Is(Keyword.Authorization) ? null : ParseIdentifier();
        var authorization = Accept(Keyword.Authorization) ? ParseIdentifier() : null;
        if (name is null && authorization is null)
        {
            throw SyntaxError();
        }

        var quota = ParseOptionalQuota();
        var elements = new List<Statement>();
        while (Current.Keyword is Keyword.Create or Keyword.Grant)
        {
            elements.Add(ParseStatement());
        }

        return new CreateSchemaStatement(name)
        {
            IfNotExists = ifNotExists, Authorization = authorization, Quota = quota, Elements = elements, Position = position
        };
    }

    private SchemaQuota? ParseOptionalQuota()
    {
        var position = Position;
        if (!Accept(Keyword.Quota))
        {
            return null;
        }

        if (Accept(Keyword.Unlimited))
        {
            return new SchemaQuota(null, null) { Position = position };
        }

        var size = ParseInt32();
        return new SchemaQuota(size, Current.Keyword is Keyword.Mb or Keyword.Gb or Keyword.Tb ? ParseUpperWord() : null) { Position = position };
    }

    private Statement ParseCreateDatabase(int position)
    {
        Advance();
        var name = ParseIdentifier();
        if (IsDatabaseFromElsewhere())
        {
            SkipToEnd();
            return new UnsupportedStatement("CREATE DATABASE FROM") { Position = position };
        }

        Accept(Keyword.With);
        return new CreateDatabaseStatement(name, ParseDatabaseOptions()) { Position = position };
    }

    // From a data share, a catalogue or an integration.
    private bool IsDatabaseFromElsewhere()
    {
        for (var offset = 0; Peek(offset).Kind != SqlTokenKind.End && !IsPunctuation(Peek(offset), ';'); offset++)
        {
            if (PeekKeyword(offset) is Keyword.From or Keyword.IamRole)
            {
                return true;
            }
        }

        return false;
    }

    private List<DatabaseOption> ParseDatabaseOptions()
    {
        var options = new List<DatabaseOption>();
        while (Current.Kind == SqlTokenKind.Word)
        {
            var position = Position;
            var name = Current.Keyword switch
            {
                Keyword.Connection when PeekKeyword(1) == Keyword.Limit => $"{ParseUpperWord()} {ParseUpperWord()}",
                Keyword.Isolation when PeekKeyword(1) == Keyword.Level => $"{ParseUpperWord()} {ParseUpperWord()}",
                Keyword.Rename or Keyword.Owner when PeekKeyword(1) == Keyword.To => $"{ParseUpperWord()} {ParseUpperWord()}",
                Keyword.Owner or Keyword.Collate or Keyword.Template or Keyword.Encoding or Keyword.Tablespace or Keyword.LcCollate
                    or Keyword.LcCtype or Keyword.Strategy or Keyword.Locale => ParseUpperWord(),
                _ => throw SyntaxError()
            };
            AcceptOperator("=");
            var value = IsString(Current) ? ParseText()
                : Current.Kind is SqlTokenKind.Number or SqlTokenKind.Operator ? ParseSignedInt64().ToString(CultureInfo.InvariantCulture)
                : ParseLabel();
            options.Add(new DatabaseOption(name, value) { Position = position });
        }

        return options;
    }

    private List<UserOption> ParseUserOptions()
    {
        var options = new List<UserOption>();
        _ = Accept(Keyword.With);
        while (Current.Kind == SqlTokenKind.Word)
        {
            options.Add(ParseUserOption());
        }

        return options;
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_USER.html
    private UserOption ParseUserOption()
    {
        var position = Position;
        UserOption option;
        switch (Current.Keyword)
        {
            case Keyword.Password:
                option = new UserOption(ParseUpperWord(), Accept(Keyword.Disable) ? null : ParseText());
                break;
            case Keyword.Createdb or Keyword.Nocreatedb or Keyword.Createuser or Keyword.Nocreateuser:
                option = new UserOption(ParseUpperWord(), null);
                break;
            case Keyword.Syslog when PeekKeyword(1) == Keyword.Access:
                option = new UserOption($"{ParseUpperWord()} {ParseUpperWord()}", ParseUpperWord());
                break;
            case Keyword.In when PeekKeyword(1) == Keyword.Group:
                option = new UserOption($"{ParseUpperWord()} {ParseUpperWord()}", string.Join(", ", ParseList(ParseName)));
                break;
            case Keyword.Valid when PeekKeyword(1) == Keyword.Until:
                option = new UserOption($"{ParseUpperWord()} {ParseUpperWord()}", ParseText());
                break;
            case Keyword.Connection when PeekKeyword(1) == Keyword.Limit:
            case Keyword.Session when PeekKeyword(1) == Keyword.Timeout:
                option = new UserOption(
                    $"{ParseUpperWord()} {ParseUpperWord()}",
                    Accept(Keyword.Unlimited) ? "UNLIMITED" : ParseInt32().ToString(CultureInfo.InvariantCulture));
                break;
            case Keyword.Reset when PeekKeyword(1) == Keyword.Session:
                option = new UserOption($"{ParseUpperWord()} {ParseUpperWord()} {ParseUpperWord()}", null);
                break;
            case Keyword.Externalid:
                option = new UserOption(ParseUpperWord(), ParseExternalId());
                break;
            case Keyword.Rename or Keyword.Owner when PeekKeyword(1) == Keyword.To:
                option = new UserOption($"{ParseUpperWord()} {ParseUpperWord()}", ParseName());
                break;
            case Keyword.Set:
                Advance();
                var setting = ParseSettingName();
                _ = Accept(Keyword.To) || AcceptOperator("=");
                var valueStart = Current.Start;
                _ = ParseList(ParseSettingValue);
                option = new UserOption("SET", $"{setting} TO {_text[valueStart.._tokens[_index - 1].End]}");
                break;
            case Keyword.Reset:
                Advance();
                option = new UserOption("RESET", ParseSettingName());
                break;
            default:
                throw SyntaxError();
        }

        return option with { Position = position };
    }

    private CreateRoleStatement ParseCreateRole(int position)
    {
        Advance();
        var role = new CreateRoleStatement(ParsePrincipal()) { Position = position };
        return Accept(Keyword.Externalid) ? role with { ExternalId = ParseExternalId() } : role;
    }

    private string ParseExternalId()
    {
        Accept(Keyword.To);
        return Current.Kind == SqlTokenKind.QuotedIdentifier ? ParseLabel() : ParseText();
    }

    private CreateGroupStatement ParseCreateGroup(int position)
    {
        Advance();
        var name = ParseIdentifier();
        List<Identifier> users = [];
        if (Accept(Keyword.With, Keyword.User) || Accept(Keyword.User))
        {
            users = ParseList(ParseIdentifier);
        }

        return new CreateGroupStatement(name, users) { Position = position };
    }

    private CreateExternalSchemaStatement ParseCreateExternalSchema(int position)
    {
        _index += 2;
        var ifNotExists = Accept(Keyword.If, Keyword.Not, Keyword.Exists);
        var name = ParseIdentifier();
        Expect(Keyword.From);
        var start = Current.Start;
        SkipToEnd();
        return new CreateExternalSchemaStatement(name)
        {
            IfNotExists = ifNotExists, Definition = _text[start.._tokens[_index - 1].End], Position = position
        };
    }

    private CreateExternalTableStatement ParseCreateExternalTable(int position)
    {
        _index += 2;
        Accept(Keyword.If, Keyword.Not, Keyword.Exists);
        var name = ParseQualifiedName();
        List<ColumnDefinition> columns = Is('(') ? ParseParenthesized(ParseExternalColumn) : [];
        List<ColumnDefinition> partitions = [];
        if (Accept(Keyword.Partitioned, Keyword.By))
        {
            partitions = IsColumnNameList() ? [.. ParseIdentifiersInParentheses().Select(Untyped)] : ParseParenthesized(ParseFunctionColumn);
        }

        var start = Current.Start;
        var end = start;
        while (Current.Kind != SqlTokenKind.End && !Is(';') && !(Is(Keyword.As) && (IsQueryStart(Peek(1)) || IsPunctuation(Peek(1), '('))))
        {
            end = Current.End;
            Advance();
        }

        return new CreateExternalTableStatement(name, columns)
        {
            Partitions = partitions,
            Attributes = _text[start..end],
            Query = Accept(Keyword.As) ? ParseQuery() : null,
            Position = position
        };

        // CREATE EXTERNAL TABLE … AS takes the names of partitions alone.
        static ColumnDefinition Untyped(Identifier column) => new(column, new TypeName("unknown")) { Position = column.Position };
    }

    private ColumnDefinition ParseExternalColumn()
    {
        var position = Position;
        var name = ParseIdentifier();
        if (Current.Kind != SqlTokenKind.Word || !IsOperator(Peek(1), "<"))
        {
            return new ColumnDefinition(name, ParseTypeName()) { Position = position };
        }

        // struct<a:int, b:array<int>>, which is kept as it is written.
        var start = Current.Start;
        var depth = 0;
        do
        {
            Advance();
            foreach (var c in TextOf(Current))
            {
                depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            }

            if (Current.Kind == SqlTokenKind.End)
            {
                throw SyntaxError();
            }
        }
        while (depth > 0);

        var type = new TypeName(_text[start..Current.End]);
        Advance();
        return new ColumnDefinition(name, type) { Position = position };
    }

    private Statement ParseDrop()
    {
        var start = _index;
        var position = Position;
        Advance();
        if (Current.Keyword is Keyword.Column or Keyword.Constraint || ParseObjectKind() is not { } kind)
        {
            return SkipUnsupportedObject(start);
        }

        return ParseDrop(kind, position);
    }

    private DropStatement ParseDrop(ObjectKind kind, int position)
    {
        var option = Accept(Keyword.Concurrently) ? "CONCURRENTLY" : null;
        var ifExists = Accept(Keyword.If, Keyword.Exists);
        var drop = new DropStatement(kind, []) { IfExists = ifExists, Option = option, Position = position };
        drop = kind is ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Aggregate
            ? drop with { Names = [ParseQualifiedName()], ArgumentTypes = Is('(') ? ParseArgumentTypes() : null }
            : drop with { Names = ParseList(ParseQualifiedName) };
        if (kind is ObjectKind.Trigger or ObjectKind.Rule or ObjectKind.Policy && Accept(Keyword.On))
        {
            drop = drop with { OnTable = ParseQualifiedName() };
        }

        if (kind == ObjectKind.Schema && Accept(Keyword.Drop, Keyword.External, Keyword.Database))
        {
            drop = drop with { DropExternalDatabase = true };
        }

        if (kind == ObjectKind.Database && Accept(Keyword.With))
        {
            SkipParentheses();
            drop = drop with { Option = "FORCE" };
        }

        if (kind == ObjectKind.Role && Accept(Keyword.Force))
        {
            drop = drop with { Option = "FORCE" };
        }

        return drop with { Behavior = ParseOptionalDropBehavior() };
    }

    private List<TypeName> ParseArgumentTypes()
    {
        if (IsPunctuation(Peek(1), ')'))
        {
            _index += 2;
            return [];
        }

        return ParseParenthesized(ParseArgumentType);
    }

    // The mode and the name of an argument come in either order, and before its type.
    private TypeName ParseArgumentType()
    {
        SkipArgumentMode();
        if (IsName(Current)
            && IsLabel(Peek(1))
            && Current.Keyword is not (Keyword.Double or Keyword.Character or Keyword.Char or Keyword.National or Keyword.Time or Keyword.Timestamp))
        {
            Advance();
            SkipArgumentMode();
        }

        return ParseTypeName();
    }

    private void SkipArgumentMode()
    {
        if (Current.Keyword is Keyword.In or Keyword.Out or Keyword.Inout)
        {
            Advance();
        }
    }

    private ObjectKind? ParseObjectKind()
    {
        var (kind, words) = Current.Keyword switch
        {
            Keyword.Table => (ObjectKind.Table, 1),
            Keyword.View => (ObjectKind.View, 1),
            Keyword.Materialized when PeekKeyword(1) == Keyword.View => (ObjectKind.MaterializedView, 2),
            Keyword.Schema => (ObjectKind.Schema, 1),
            Keyword.Database => (ObjectKind.Database, 1),
            Keyword.User => (ObjectKind.User, 1),
            Keyword.Group => (ObjectKind.Group, 1),
            Keyword.Role => (ObjectKind.Role, 1),
            Keyword.Function => (ObjectKind.Function, 1),
            Keyword.Procedure => (ObjectKind.Procedure, 1),
            Keyword.Aggregate => (ObjectKind.Aggregate, 1),
            Keyword.Column => (ObjectKind.Column, 1),
            Keyword.Constraint => (ObjectKind.Constraint, 1),
            Keyword.Index => (ObjectKind.Index, 1),
            Keyword.Sequence => (ObjectKind.Sequence, 1),
            Keyword.Type => (ObjectKind.Type, 1),
            Keyword.Domain => (ObjectKind.Domain, 1),
            Keyword.Extension => (ObjectKind.Extension, 1),
            Keyword.Trigger => (ObjectKind.Trigger, 1),
            Keyword.Rule => (ObjectKind.Rule, 1),
            Keyword.Library => (ObjectKind.Library, 1),
            Keyword.Model => (ObjectKind.Model, 1),
            Keyword.Datashare => (ObjectKind.Datashare, 1),
            Keyword.Language => (ObjectKind.Language, 1),
            Keyword.External when PeekKeyword(1) == Keyword.Table => (ObjectKind.ExternalTable, 2),
            Keyword.External when PeekKeyword(1) == Keyword.View => (ObjectKind.ExternalView, 2),
            _ => ((ObjectKind?)null, 0)
        };
        _index += words;
        return kind;
    }

    private CommentStatement ParseComment()
    {
        var position = Position;
        Advance();
        Expect(Keyword.On);
        var kind = ParseObjectKind() ?? throw SyntaxError();
        var name = ParseQualifiedName();
        if (Is('('))
        {
            ParseArgumentTypes();
        }

        var onTable = Accept(Keyword.On) ? ParseQualifiedName() : null;
        Expect(Keyword.Is);
        var text = Accept(Keyword.Null) ? null : ParseStringLiteral();
        return new CommentStatement(kind, name, text) { OnTable = onTable, Position = position };
    }
}
