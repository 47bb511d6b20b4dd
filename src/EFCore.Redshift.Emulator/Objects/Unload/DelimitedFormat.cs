using System.Buffers;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Text with one delimiter character between the fields and a line for each row.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class DelimitedFormat(char delimiter, string? nullText, bool addsQuotes, bool escapes) : RowFormat
{
    private readonly SearchValues<char> _escaped = SearchValues.Create(addsQuotes ? [delimiter, '\\', '\n', '\r', '"', '\''] : [delimiter, '\\', '\n', '\r']);

    public override void AppendHeader(StringBuilder line, IReadOnlyList<UnloadColumn> columns)
        => line.AppendJoin(delimiter, columns.Select(c => c.Name)).Append('\n');

    public override void AppendRow(StringBuilder line, IReadOnlyList<UnloadColumn> columns, ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                line.Append(delimiter);
            }

            // NULL AS does not apply to SUPER.
            if (values[i] is not { } value)
            {
                line.Append(columns[i].IsSuper ? null : nullText);
                continue;
            }

            if (addsQuotes)
            {
                line.Append('"');
            }

            if (escapes && (columns[i].IsCharacter || columns[i].IsSuper))
            {
                AppendEscaped(line, value);
            }
            else
            {
                line.Append(value);
            }

            if (addsQuotes)
            {
                line.Append('"');
            }
        }

        line.Append('\n');
    }

    private void AppendEscaped(StringBuilder line, ReadOnlySpan<char> value)
    {
        while (value.IndexOfAny(_escaped) is >= 0 and var i)
        {
            line.Append(value[..i]).Append('\\').Append(value[i]);
            value = value[(i + 1)..];
        }

        line.Append(value);
    }
}
