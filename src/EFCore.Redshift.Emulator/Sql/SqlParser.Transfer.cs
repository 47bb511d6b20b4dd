using System.Globalization;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    // https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html
    private Statement ParseCopy()
    {
        var start = _index;
        var position = Position;
        Advance();
        if (Is(Keyword.Job) && (IsLabel(Peek(1)) || Peek(1).Kind == SqlTokenKind.End))
        {
            _index = start;
            return SkipUnsupported(2);
        }

        if (IsQueryInParentheses())
        {
            var query = ParseQueryInParentheses();
            SkipToEnd();
            return new ClientCopyStatement(null, query, IsFrom: false) { Position = position };
        }

        var table = ParseQualifiedName();
        var columns = ParseOptionalIdentifiersInParentheses();
        if (Accept(Keyword.To))
        {
            SkipToEnd();
            return new ClientCopyStatement(table, null, IsFrom: false) { Position = position };
        }

        Expect(Keyword.From);
        if (Current.Keyword is Keyword.Stdin or Keyword.Stdout or Keyword.Program)
        {
            SkipToEnd();
            return new ClientCopyStatement(table, null, IsFrom: true) { Position = position };
        }

        var source = ParsePlainStringLiteral();
        var (authorization, options) = ParseTransferParameters();
        if (Is(Keyword.Job))
        {
            SkipToEnd();
            return new UnsupportedStatement("COPY JOB") { Position = position };
        }

        return new CopyStatement(table, source) { Columns = columns, Authorization = authorization, Options = options, Position = position };
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    private UnloadStatement ParseUnload()
    {
        var position = Position;
        Advance();
        Expect('(');
        var text = ParsePlainStringLiteral(allowDollarQuotes: true);
        Expect(')');
        Expect(Keyword.To);
        var destination = ParsePlainStringLiteral();
        var (authorization, options) = ParseTransferParameters();
        return new UnloadStatement(text, ParseUnloadQuery(text.Value), destination)
        {
            Authorization = authorization, Options = options, Position = position
        };
    }

    private StringLiteral ParsePlainStringLiteral(bool allowDollarQuotes = false)
        => Current.Kind == SqlTokenKind.String || (allowDollarQuotes && Current.Kind == SqlTokenKind.DollarString)
            ? ParseStringLiteral()
            : throw SyntaxError();

    // Positions in the query would mean nothing in the client's text, so its nodes and its errors have none.
    private Query ParseUnloadQuery(string text)
    {
        try
        {
            return new SqlParser(text, _options, hasPositions: false).ParseStatements() is [Query query]
                ? query
                : throw new RedshiftErrorException("42601", "UNLOAD takes one SELECT statement");
        }
        catch (RedshiftErrorException exception)
        {
            throw new RedshiftErrorException(exception.SqlState, exception.Message, exception.Detail, exception.Hint);
        }
    }

    private (TransferAuthorization? Authorization, List<TransferOption> Options) ParseTransferParameters()
    {
        var authorizations = new List<TransferAuthorization>();
        var options = new List<TransferOption>();
        while (Current.Kind == SqlTokenKind.Word && !Is(Keyword.Job))
        {
            var position = Position;
            if (TryParseAuthorization(authorizations) is { } authorization)
            {
                authorizations.Add(authorization with { Position = position });
            }
            else if (TryParseTransferOption() is { } option)
            {
                options.Add(option with { Position = position });
            }
            else
            {
                throw SyntaxError();
            }
        }

        return authorizations.Count <= 1
            ? (authorizations.FirstOrDefault(), options)
            : throw new RedshiftErrorException(
                "42601", "conflicting or redundant credentials: give one of IAM_ROLE, CREDENTIALS and ACCESS_KEY_ID", position: authorizations[1].Position);
    }

    private TransferAuthorization? TryParseAuthorization(List<TransferAuthorization> earlier)
    {
        switch (Current.Keyword)
        {
            case Keyword.IamRole:
                Advance();
                AcceptAs();
                return new IamRoleAuthorization(Accept(Keyword.Default) ? null : ParseText());
            case Keyword.With when PeekKeyword(1) == Keyword.Credentials:
            case Keyword.Credentials:
                Accept(Keyword.With);
                Advance();
                AcceptAs();
                return Is(Keyword.IamRole) ? TryParseAuthorization(earlier) : new CredentialsAuthorization(ParseText());
            case Keyword.AccessKeyId or Keyword.SecretAccessKey or Keyword.SessionToken or Keyword.Token:
                // The three come in any order, one after another or not.
                var keys = earlier.OfType<AccessKeyAuthorization>().FirstOrDefault() ?? new AccessKeyAuthorization(null, null, null);
                earlier.Remove(keys);
                var keyword = Current.Keyword;
                Advance();
                AcceptAs();
                return keyword switch
                {
                    Keyword.AccessKeyId => keys with { AccessKeyId = ParseText() },
                    Keyword.SecretAccessKey => keys with { SecretAccessKey = ParseText() },
                    _ => keys with { SessionToken = ParseText() }
                };
            default:
                return null;
        }
    }

    private void AcceptAs() => Accept(Keyword.As);

    private TransferOption? TryParseTransferOption()
    {
        if (Accept(Keyword.Format))
        {
            AcceptAs();
        }

        return Current.Keyword switch
        {
            Keyword.Csv => Flag(TransferOptionKind.Csv),
            Keyword.Fixedwidth => WithText(TransferOptionKind.FixedWidth),
            Keyword.Json => WithOptionalText(TransferOptionKind.Json),
            Keyword.Avro => WithOptionalText(TransferOptionKind.Avro),
            Keyword.Parquet => Flag(TransferOptionKind.Parquet),
            Keyword.Orc => Flag(TransferOptionKind.Orc),
            Keyword.Shapefile => ParseShapefile(),
            Keyword.Delimiter => WithText(TransferOptionKind.Delimiter),
            Keyword.Quote => WithText(TransferOptionKind.Quote),
            Keyword.Serializetojson => Flag(TransferOptionKind.SerializeToJson),
            Keyword.Gzip => Flag(TransferOptionKind.Gzip),
            Keyword.Bzip2 => Flag(TransferOptionKind.Bzip2),
            Keyword.Lzop => Flag(TransferOptionKind.Lzop),
            Keyword.Zstd => Flag(TransferOptionKind.Zstd),
            Keyword.Manifest => WithOptionalWord(TransferOptionKind.Manifest, Keyword.Verbose),
            Keyword.Region => WithText(TransferOptionKind.Region),
            Keyword.Encrypted => WithOptionalWord(TransferOptionKind.Encrypted, Keyword.Auto),
            Keyword.MasterSymmetricKey => WithText(TransferOptionKind.MasterSymmetricKey),
            Keyword.KmsKeyId => WithText(TransferOptionKind.KmsKeyId),
            Keyword.Ssh => Flag(TransferOptionKind.Ssh),
            Keyword.Readratio => WithNumber(TransferOptionKind.ReadRatio),
            Keyword.Acceptanydate => Flag(TransferOptionKind.AcceptAnyDate),
            Keyword.Acceptinvchars => WithOptionalText(TransferOptionKind.AcceptInvChars),
            Keyword.Blanksasnull => Flag(TransferOptionKind.BlanksAsNull),
            Keyword.Dateformat => WithText(TransferOptionKind.DateFormat),
            Keyword.Emptyasnull => Flag(TransferOptionKind.EmptyAsNull),
            Keyword.Encoding => ParseEncoding(),
            Keyword.Escape => Flag(TransferOptionKind.Escape),
            Keyword.ExplicitIds => Flag(TransferOptionKind.ExplicitIds),
            Keyword.Fillrecord => Flag(TransferOptionKind.FillRecord),
            Keyword.Ignoreblanklines => Flag(TransferOptionKind.IgnoreBlankLines),
            Keyword.Ignoreheader => WithNumber(TransferOptionKind.IgnoreHeader),
            Keyword.Null => ParseNullAs(),
            Keyword.Removequotes => Flag(TransferOptionKind.RemoveQuotes),
            Keyword.Roundec => Flag(TransferOptionKind.RoundEc),
            Keyword.Timeformat => WithText(TransferOptionKind.TimeFormat),
            Keyword.Trimblanks => Flag(TransferOptionKind.TrimBlanks),
            Keyword.Truncatecolumns => Flag(TransferOptionKind.TruncateColumns),
            Keyword.Comprows => WithNumber(TransferOptionKind.CompRows),
            Keyword.Compupdate => WithSwitch(TransferOptionKind.CompUpdate),
            Keyword.Maxerror => WithNumber(TransferOptionKind.MaxError),
            Keyword.Ignoreallerrors => Flag(TransferOptionKind.IgnoreAllErrors),
            Keyword.Noload => Flag(TransferOptionKind.NoLoad),
            Keyword.Statupdate => WithSwitch(TransferOptionKind.StatUpdate),
            Keyword.Partition when PeekKeyword(1) == Keyword.By => ParsePartitionBy(),
            Keyword.Header => Flag(TransferOptionKind.Header),
            Keyword.Addquotes => Flag(TransferOptionKind.AddQuotes),
            Keyword.Allowoverwrite => Flag(TransferOptionKind.AllowOverwrite),
            Keyword.Cleanpath => Flag(TransferOptionKind.CleanPath),
            Keyword.Parallel => WithSwitch(TransferOptionKind.Parallel),
            Keyword.Maxfilesize => WithSize(TransferOptionKind.MaxFileSize),
            Keyword.Rowgroupsize => WithSize(TransferOptionKind.RowGroupSize),
            Keyword.Extension => WithText(TransferOptionKind.Extension),
            _ => null
        };
    }

    private TransferOption Flag(TransferOptionKind kind)
    {
        Advance();
        return new TransferOption(kind);
    }

    private TransferOption WithText(TransferOptionKind kind)
    {
        Advance();
        AcceptAs();
        return new TransferOption(kind) { Text = ParseText() };
    }

    // The guide writes NULL AS '\N' and NULL AS '\0' and means the backslash as it stands, which an escape in a literal would take away.
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-null-as
    private TransferOption ParseNullAs()
    {
        Advance();
        AcceptAs();
        var written = TextOf(Current);
        if (written is not ("'\\N'" or "'\\0'" or "'\\000'"))
        {
            return new TransferOption(TransferOptionKind.NullAs) { Text = ParseText() };
        }

        Advance();
        return new TransferOption(TransferOptionKind.NullAs) { Text = written[1..^1].ToString() };
    }

    private TransferOption WithOptionalText(TransferOptionKind kind)
    {
        Advance();
        return Is(Keyword.As) || Current.Kind == SqlTokenKind.String
            ? new TransferOption(kind) { Text = ParseTextAfterAs() }
            : new TransferOption(kind);
    }

    private string ParseTextAfterAs()
    {
        AcceptAs();
        return ParseText();
    }

    private TransferOption WithNumber(TransferOptionKind kind)
    {
        Advance();
        AcceptAs();
        return new TransferOption(kind) { Number = ParseDecimal() };
    }

    private TransferOption WithOptionalWord(TransferOptionKind kind, Keyword word)
    {
        Advance();
        return Is(word) ? new TransferOption(kind) { Word = ParseUpperWord() } : new TransferOption(kind);
    }

    private TransferOption WithSwitch(TransferOptionKind kind)
    {
        Advance();
        return new TransferOption(kind)
        {
            Word = Accept(Keyword.On) || Accept(Keyword.True) ? "ON"
                : Accept(Keyword.Off) || Accept(Keyword.False) ? "OFF"
                : kind == TransferOptionKind.CompUpdate && Accept(Keyword.Preset) ? "PRESET"
                : null
        };
    }

    private TransferOption WithSize(TransferOptionKind kind)
    {
        Advance();
        AcceptAs();
        var size = ParseDecimal();
        return new TransferOption(kind) { Number = size, Word = Current.Keyword is Keyword.Mb or Keyword.Gb ? ParseUpperWord() : null };
    }

    private TransferOption ParseShapefile()
    {
        Advance();
        var isSimplify = Accept(Keyword.Simplify);
        var isAuto = isSimplify && Accept(Keyword.Auto);
        return new TransferOption(TransferOptionKind.Shapefile)
        {
            Word = isAuto ? "SIMPLIFY AUTO" : isSimplify ? "SIMPLIFY" : null,
            Number = isSimplify && Current.Kind == SqlTokenKind.Number ? ParseDecimal() : null
        };
    }

    private TransferOption ParseEncoding()
    {
        Advance();
        AcceptAs();
        return new TransferOption(TransferOptionKind.Encoding) { Word = ParseUpperWord() };
    }

    private TransferOption ParsePartitionBy()
    {
        _index += 2;
        var columns = ParseIdentifiersInParentheses();
        return new TransferOption(TransferOptionKind.PartitionBy) { Columns = columns, Word = Is(Keyword.Include) ? ParseUpperWord() : null };
    }

    // Counts are written in quotes too: IGNOREHEADER '1'.
    private decimal ParseDecimal()
    {
        var text = Current.Kind == SqlTokenKind.Number ? TextOf(Current).ToString()
            : Current.Kind == SqlTokenKind.String ? Decode(Current)
            : throw SyntaxError();
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            throw SyntaxError();
        }

        Advance();
        return value;
    }
}
