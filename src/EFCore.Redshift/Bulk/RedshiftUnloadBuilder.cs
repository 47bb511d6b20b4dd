using System.Globalization;
using EFCore.Redshift.Properties;

namespace EFCore.Redshift.Bulk;

/// <summary>The options of an UNLOAD.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
public sealed class RedshiftUnloadBuilder : RedshiftTransferBuilder<RedshiftUnloadBuilder>
{
    private bool _header;
    private bool _addQuotes;
    private bool? _parallel;
    private int? _maxFileMegabytes;
    private bool _allowOverwrite;
    private bool _cleanPath;
    private string? _extension;

    internal RedshiftUnloadBuilder()
    {
    }

    /// <summary>The files are JSON, one object a line.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftUnloadBuilder WithJson()
        => WithFormat("JSON");

    /// <summary>Writes the columns' names as the first line of each file.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftUnloadBuilder WithHeader()
    {
        _header = true;
        return this;
    }

    /// <summary>Puts quotes around each field of delimited text.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftUnloadBuilder WithAddQuotes()
    {
        _addQuotes = true;
        return this;
    }

    /// <summary>Whether the slices write files of their own, side by side; otherwise there is one, in the query's order.</summary>
    /// <param name="parallel">Whether they do. Without it, they do.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftUnloadBuilder WithParallel(bool parallel)
    {
        _parallel = parallel;
        return this;
    }

    /// <summary>The size at which a new file is begun.</summary>
    /// <param name="megabytes">5 to 6,348 megabytes. Without it, 6,348 (6.2 GB).</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="megabytes" /> is out of range.</exception>
    public RedshiftUnloadBuilder WithMaxFileSize(int megabytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(megabytes, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(megabytes, 6348);
        _maxFileMegabytes = megabytes;
        return this;
    }

    /// <summary>Overwrites files that exist already. Without it, they make the UNLOAD fail.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftUnloadBuilder WithAllowOverwrite()
    {
        _allowOverwrite = true;
        return this;
    }

    /// <summary>Removes the files under the location before it writes.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public RedshiftUnloadBuilder WithCleanPath()
    {
        _cleanPath = true;
        return this;
    }

    /// <summary>The end of the files' names, in place of the one that the compression gives.</summary>
    /// <param name="extension">Such as <c>csv.gz</c>.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="extension" /> is null or empty.</exception>
    public RedshiftUnloadBuilder WithExtension(string extension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(extension);
        _extension = extension;
        return this;
    }

    // The query is a literal itself, so the quotes and backslashes of its own literals are doubled once more.
    internal BulkCommandText Build(string query, string location)
    {
        RefuseConflicts();
        var command = new BulkCommandText().Append("UNLOAD (").AppendLiteral(query).Append(")\nTO ")
            .AppendLiteral(BulkLocation.Checked(location, nameof(location)));

        AppendAuthorization(command, "UNLOAD");
        command.Append(Format is null ? string.Empty : "\nFORMAT AS " + Format);
        if (Delimiter is { } delimiter)
        {
            command.Append("\nDELIMITER AS ").AppendLiteral(delimiter.ToString());
        }

        if (NullString is not null)
        {
            command.Append("\nNULL AS ").AppendLiteral(NullString);
        }

        command.Append(_header ? "\nHEADER" : string.Empty)
            .Append(_addQuotes ? "\nADDQUOTES" : string.Empty)
            .Append(Escaped ? "\nESCAPE" : string.Empty)
            .Append(Compression is null ? string.Empty : "\n" + Compression)
            .Append(Manifest ? "\nMANIFEST" : string.Empty)
            .Append(_allowOverwrite ? "\nALLOWOVERWRITE" : string.Empty)
            .Append(_cleanPath ? "\nCLEANPATH" : string.Empty)
            .Append(_parallel switch { true => "\nPARALLEL ON", false => "\nPARALLEL OFF", _ => string.Empty });

        if (_maxFileMegabytes is { } megabytes)
        {
            command.Append(string.Create(CultureInfo.InvariantCulture, $"\nMAXFILESIZE {megabytes} MB"));
        }

        if (Region is not null)
        {
            command.Append("\nREGION ").AppendLiteral(Region);
        }

        if (_extension is not null)
        {
            command.Append("\nEXTENSION ").AppendLiteral(_extension);
        }

        return command;
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    private void RefuseConflicts()
    {
        RefuseIf(Format == "CSV" && _addQuotes, "CSV", "ADDQUOTES");
        RefuseIf(_allowOverwrite && _cleanPath, "ALLOWOVERWRITE", "CLEANPATH");
        if (Format is "PARQUET" or "JSON")
        {
            RefuseIf(Delimiter is not null, Format, "DELIMITER");
            RefuseIf(_addQuotes, Format, "ADDQUOTES");
            RefuseIf(Escaped, Format, "ESCAPE");
            RefuseIf(NullString is not null, Format, "NULL AS");
            RefuseIf(_header, Format, "HEADER");
        }

        RefuseIf(Format == "PARQUET" && Compression is not null, "PARQUET", Compression ?? string.Empty);
    }
}
