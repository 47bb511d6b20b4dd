using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

// https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html
internal sealed partial class SqlParser
{
    private Statement ParseGrant()
    {
        var position = Position;
        if (GrantsWhatIsLeftOut())
        {
            return SkipUnsupported(1);
        }

        Advance();
        var privileges = ParseList(ParsePrivilege);
        var target = ParseOptionalGrantTarget();
        Expect(Keyword.To);
        var grantees = ParseList(ParseGrantee);
        var withOption = Accept(Keyword.With, Keyword.Grant, Keyword.Option) || Accept(Keyword.With, Keyword.Admin, Keyword.Option);
        return new GrantStatement(privileges, target, grantees) { WithOption = withOption, Position = position };
    }

    private Statement ParseRevoke()
    {
        var position = Position;
        if (GrantsWhatIsLeftOut())
        {
            return SkipUnsupported(1);
        }

        Advance();
        var optionOnly = Accept(Keyword.Grant, Keyword.Option, Keyword.For) || Accept(Keyword.Admin, Keyword.Option, Keyword.For);
        var privileges = ParseList(ParsePrivilege);
        var target = ParseOptionalGrantTarget();
        Expect(Keyword.From);
        var grantees = ParseList(ParseGrantee);
        return new RevokeStatement(privileges, target, grantees)
        {
            OptionOnly = optionOnly, Behavior = ParseOptionalDropBehavior(), Position = position
        };
    }

    // Rights on data shares, IAM roles, masking and row-level policies, and external tables.
    private bool GrantsWhatIsLeftOut()
    {
        for (var offset = 1; Peek(offset).Kind != SqlTokenKind.End && !IsPunctuation(Peek(offset), ';'); offset++)
        {
            if (PeekKeyword(offset) is Keyword.Assumerole or Keyword.Datashare or Keyword.Account or Keyword.Namespace or Keyword.Masking
                or Keyword.Rls or Keyword.IamRole or Keyword.External)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a user or a role, which may start with that of an identity provider: <c>sys:dba</c>.</summary>
    private Identifier ParsePrincipal()
    {
        var name = ParseIdentifier();
        if (Current.Kind != SqlTokenKind.Colon)
        {
            return name;
        }

        Advance();
        return name with { Name = $"{name.Name}:{ParseLabel()}" };
    }

    private Privilege ParsePrivilege()
    {
        var position = Position;
        if (Accept(Keyword.Role))
        {
            return new Privilege("ROLE") { Role = ParsePrincipal(), Position = position };
        }

        var words = new List<string>();
        while (Current.Kind == SqlTokenKind.Word && Current.Keyword is not (Keyword.On or Keyword.To or Keyword.From))
        {
            words.Add(ParseUpperWord());
        }

        if (words.Count == 0)
        {
            throw SyntaxError();
        }

        return new Privilege(string.Join(' ', words)) { Columns = ParseOptionalIdentifiersInParentheses(), Position = position };
    }

    private GrantTarget? ParseOptionalGrantTarget()
    {
        var position = Position;
        if (!Accept(Keyword.On))
        {
            return null;
        }

        if (Accept(Keyword.All))
        {
            var kinds = Current.Keyword switch
            {
                Keyword.Tables => ObjectKind.Table,
                Keyword.Functions => ObjectKind.Function,
                Keyword.Procedures => ObjectKind.Procedure,
                _ => throw SyntaxError()
            };
            Advance();
            Expect(Keyword.In);
            Expect(Keyword.Schema);
            return new GrantTarget(kinds, ParseList(ParseQualifiedName)) { IsAllInSchema = true, Position = position };
        }

        var kind = ParseObjectKind() ?? ObjectKind.Table;
        var names = new List<QualifiedName>();
        var arguments = new List<ArgumentTypes>();
        do
        {
            names.Add(ParseQualifiedName());
            if (Is('('))
            {
                var argumentPosition = Position;
                arguments.Add(new ArgumentTypes(ParseArgumentTypes()) { Position = argumentPosition });
            }
        }
        while (Accept(','));

        return new GrantTarget(kind, names) { Arguments = arguments, Position = position };
    }

    private Grantee ParseGrantee()
    {
        var position = Position;
        return Accept(Keyword.Public) ? new Grantee(GranteeKind.Public, null) { Position = position }
            : Accept(Keyword.Group) ? new Grantee(GranteeKind.Group, ParseIdentifier()) { Position = position }
            : Is(Keyword.Role) && IsName(Peek(1)) && Accept(Keyword.Role) ? new Grantee(GranteeKind.Role, ParsePrincipal()) { Position = position }
            : new Grantee(GranteeKind.User, ParsePrincipal()) { Position = position };
    }
}
