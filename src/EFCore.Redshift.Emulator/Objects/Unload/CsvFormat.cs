using System.Buffers;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Comma-separated values: fields that need it are in quotation marks, and quotation marks inside them are doubled.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class CsvFormat(char delimiter, string? nullText) : RowFormat
{
    private readonly SearchValues<char> _quoted = SearchValues.Create([delimiter, '"', '\n', '\r']);

    public override void AppendHeader(StringBuilder line, IReadOnlyList<UnloadColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            AppendField(line, i, columns[i].Name);
        }

        line.Append('\n');
    }

    public override void AppendRow(StringBuilder line, IReadOnlyList<UnloadColumn> columns, ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            AppendField(line, i, values[i] ?? (columns[i].IsSuper ? "" : nullText) ?? "");
        }

        line.Append('\n');
    }

    private void AppendField(StringBuilder line, int index, string value)
    {
        if (index > 0)
        {
            line.Append(delimiter);
        }

        if (value.AsSpan().ContainsAny(_quoted))
        {
            line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            line.Append(value);
        }
    }
}
