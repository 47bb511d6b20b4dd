using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Fields of fixed widths, counted in characters, filled up with blanks.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class FixedWidthFormat(IReadOnlyList<int> widths, string? nullText) : RowFormat
{
    public override void AppendRow(StringBuilder line, IReadOnlyList<UnloadColumn> columns, ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] ?? NullFor(i, columns[i]);
            var length = CountCharacters(value);
            if (length > widths[i])
            {
                // CHAR's own blanks may be lost.
                value = value.TrimEnd(' ');
                length = CountCharacters(value);
            }

            if (length > widths[i])
            {
                throw new RedshiftErrorException(
                    "22001",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A value of column \"{columns[i].Name}\" is longer than the {widths[i]} characters of FIXEDWIDTH"));
            }

            line.Append(value).Append(' ', widths[i] - length);
        }

        line.Append('\n');
    }

    // Where the text for NULL is too wide, a column of characters is an error and any other is blank.
    private string NullFor(int index, UnloadColumn column)
        => nullText is null || (nullText.Length > widths[index] && !column.IsCharacter) ? "" : nullText;

    private static int CountCharacters(string value)
        => value.EnumerateRunes().Count();
}
