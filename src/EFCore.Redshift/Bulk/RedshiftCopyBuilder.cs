using System.Globalization;
using EFCore.Redshift.Properties;

namespace EFCore.Redshift.Bulk;

/// <summary>The options of a COPY.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html</remarks>
public sealed class RedshiftCopyBuilder : RedshiftTransferBuilder<RedshiftCopyBuilder>
{
    private readonly List<(string Keyword, string? Literal, string? Sql)> _options = [];
    private string[] _columns = [];
    private char? _quote;
    private string? _jsonPaths;

    internal RedshiftCopyBuilder()
    {
    }

    internal int MaxErrors { get; private set; }

    /// <summary>The columns that the fields of the files go to, in their order. Other columns take their default.</summary>
    /// <param name="columns">The names of the columns in the table. Without them, all columns of the table.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">A name is null or empty.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-column-mapping.html</remarks>
    public RedshiftCopyBuilder WithColumns(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach (var column in columns)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(column, nameof(columns));
        }

        _columns = columns;
        return this;
    }

    /// <summary>The files are comma-separated values with another character for quotes.</summary>
    /// <param name="quote">One ASCII character.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="quote" /> is not ASCII, or ends a line.</exception>
    public RedshiftCopyBuilder WithCsv(char quote)
    {
        if (!char.IsAscii(quote) || quote is '\0' or '\r' or '\n')
        {
            throw new ArgumentException(RedshiftStrings.InvalidDelimiter, nameof(quote));
        }

        _quote = quote;
        return WithCsv();
    }

    /// <summary>The files are JSON.</summary>
    /// <param name="jsonPaths">
    ///     <c>auto</c>, <c>auto ignorecase</c> or <c>noshred</c>, or the location of a file of paths. With <c>auto</c>, names must be lower
    ///     case, as the columns' are.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="jsonPaths" /> is null or empty.</exception>
    public RedshiftCopyBuilder WithJson(string jsonPaths = "auto")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jsonPaths);
        _jsonPaths = jsonPaths;
        return WithFormat("JSON");
    }

    /// <summary>The files are Avro.</summary>
    /// <param name="jsonPaths"><c>auto</c> or <c>auto ignorecase</c>, or the location of a file of paths.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="jsonPaths" /> is null or empty.</exception>
    public RedshiftCopyBuilder WithAvro(string jsonPaths = "auto")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jsonPaths);
        _jsonPaths = jsonPaths;
        return WithFormat("AVRO");
    }

    /// <summary>The files are ORC.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithOrc()
        => WithFormat("ORC");

    /// <summary>Leaves out the first lines of each file.</summary>
    /// <param name="lines">How many lines, zero or more.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lines" /> is negative.</exception>
    public RedshiftCopyBuilder WithIgnoreHeader(int lines)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lines);
        return With("IGNOREHEADER", lines);
    }

    /// <summary>Reads dates in this format.</summary>
    /// <param name="format">Such as <c>DD.MM.YYYY</c>, or <c>auto</c>. Without it, <c>YYYY-MM-DD</c>.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="format" /> is null or empty.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_DATEFORMAT_and_TIMEFORMAT_strings.html</remarks>
    public RedshiftCopyBuilder WithDateFormat(string format)
        => With("DATEFORMAT", format);

    /// <summary>Reads timestamps in this format.</summary>
    /// <param name="format">
    ///     Such as <c>MM/DD/YYYY HH:MI:SS</c>, or <c>auto</c>, <c>epochsecs</c> or <c>epochmillisecs</c>. Without it,
    ///     <c>YYYY-MM-DD HH:MI:SS</c>.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="format" /> is null or empty.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_DATEFORMAT_and_TIMEFORMAT_strings.html</remarks>
    public RedshiftCopyBuilder WithTimeFormat(string format)
        => With("TIMEFORMAT", format);

    /// <summary>How many bad lines are left out before the COPY fails.</summary>
    /// <param name="errors">0 to 100,000. With 0, the default, and with 1 the first bad line fails it.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="errors" /> is out of range.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-load.html</remarks>
    public RedshiftCopyBuilder WithMaxErrors(int errors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(errors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(errors, 100_000);
        MaxErrors = errors;
        return With("MAXERROR", errors);
    }

    /// <summary>Loads values into an IDENTITY column from the files. The column must be among the columns.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithExplicitIds()
        => With("EXPLICIT_IDS");

    /// <summary>Loads fields of blanks only as NULL, into columns of text.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithBlanksAsNull()
        => With("BLANKSASNULL");

    /// <summary>Loads empty fields as NULL, into columns of text.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithEmptyAsNull()
        => With("EMPTYASNULL");

    /// <summary>Takes lines that end early; the columns that lack a field become NULL or empty.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithFillRecord()
        => With("FILLRECORD");

    /// <summary>Leaves out lines with nothing in them.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithIgnoreBlankLines()
        => With("IGNOREBLANKLINES");

    /// <summary>Takes away quotes around fields of delimited text.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithRemoveQuotes()
        => With("REMOVEQUOTES");

    /// <summary>Rounds numbers that have more digits than the column. Without it, COPY cuts them off.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithRoundDecimals()
        => With("ROUNDEC");

    /// <summary>Takes trailing blanks off text.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithTrimBlanks()
        => With("TRIMBLANKS");

    /// <summary>Cuts text that is longer than its column. Without it, such a line is bad.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithTruncateColumns()
        => With("TRUNCATECOLUMNS");

    /// <summary>Whether the load chooses the columns' compression. Without it, for empty tables.</summary>
    /// <param name="update">Whether it does.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithCompressionUpdate(bool update)
        => With("COMPUPDATE", sql: update ? "ON" : "OFF");

    /// <summary>Whether the load renews the table's statistics. Without it, for empty tables.</summary>
    /// <param name="update">Whether it does.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftCopyBuilder WithStatisticsUpdate(bool update)
        => With("STATUPDATE", sql: update ? "ON" : "OFF");

    internal BulkCommandText Build(Action<BulkCommandText> appendTable, Action<BulkCommandText, string> appendColumn, string source)
    {
        RefuseConflicts();
        var command = new BulkCommandText().Append("COPY ");
        appendTable(command);
        for (var i = 0; i < _columns.Length; i++)
        {
            command.Append(i == 0 ? " (" : ", ");
            appendColumn(command, _columns[i]);
        }

        command.Append(_columns.Length > 0 ? ")\nFROM " : "\nFROM ").AppendLiteral(BulkLocation.Checked(source, nameof(source)));
        AppendAuthorization(command, "COPY");
        AppendFormat(command);
        if (Delimiter is { } delimiter)
        {
            command.Append("\nDELIMITER ").AppendLiteral(delimiter.ToString());
        }

        if (NullString is not null)
        {
            command.Append("\nNULL AS ").AppendLiteral(NullString);
        }

        command.Append(Escaped ? "\nESCAPE" : string.Empty)
            .Append(Compression is null ? string.Empty : "\n" + Compression)
            .Append(Manifest ? "\nMANIFEST" : string.Empty);

        if (Region is not null)
        {
            command.Append("\nREGION ").AppendLiteral(Region);
        }

        foreach (var (keyword, literal, sql) in _options)
        {
            command.Append("\n" + keyword);
            if (literal is not null)
            {
                command.Append(" ").AppendLiteral(literal);
            }
            else if (sql is not null)
            {
                command.Append(" " + sql);
            }
        }

        return command;
    }

    private void AppendFormat(BulkCommandText command)
    {
        if (Format is null)
        {
            return;
        }

        command.Append("\nFORMAT AS " + Format);
        if (_jsonPaths is not null && Format is "JSON" or "AVRO")
        {
            command.Append(" ").AppendLiteral(_jsonPaths!);
        }
        else if (_quote is { } quote && Format == "CSV")
        {
            command.Append(" QUOTE AS ").AppendLiteral(quote.ToString());
        }
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html
    private void RefuseConflicts()
    {
        RefuseIf(Format == "CSV" && Escaped, "CSV", "ESCAPE");
        RefuseIf(Format == "CSV" && Has("REMOVEQUOTES"), "CSV", "REMOVEQUOTES");
        RefuseIf(Escaped && Has("REMOVEQUOTES") && Format is not null, Format ?? string.Empty, "REMOVEQUOTES");
        foreach (var keyword in (string[])["FILLRECORD", "IGNOREBLANKLINES", "REMOVEQUOTES"])
        {
            RefuseIf(Format == "JSON" && Has(keyword), "JSON", keyword);
        }

        RefuseIf(Format is "JSON" && Delimiter is not null, "JSON", "DELIMITER");
        RefuseIf(Format is "JSON" && Escaped, "JSON", "ESCAPE");
        RefuseIf(Format is "JSON" && NullString is not null, "JSON", "NULL AS");
        if (Format is "PARQUET" or "ORC")
        {
            // https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-columnar.html
            RefuseIf(Delimiter is not null, Format, "DELIMITER");
            RefuseIf(Escaped, Format, "ESCAPE");
            RefuseIf(NullString is not null, Format, "NULL AS");
            RefuseIf(Compression is not null, Format, Compression ?? string.Empty);
            RefuseIf(Region is not null, Format, "REGION");
            foreach (var (keyword, _, _) in _options)
            {
                RefuseIf(keyword is not ("FILLRECORD" or "STATUPDATE" or "EXPLICIT_IDS"), Format, keyword);
            }
        }
    }

    private bool Has(string keyword)
        => _options.Exists(option => option.Keyword == keyword);

    private RedshiftCopyBuilder With(string keyword, string? literal = null, string? sql = null)
    {
        _options.RemoveAll(option => option.Keyword == keyword);
        _options.Add((keyword, literal, sql));
        return this;
    }

    private RedshiftCopyBuilder With(string keyword, string literal)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(literal, "format");
        return With(keyword, literal, sql: null);
    }

    private RedshiftCopyBuilder With(string keyword, int number)
        => With(keyword, sql: number.ToString(CultureInfo.InvariantCulture));
}
