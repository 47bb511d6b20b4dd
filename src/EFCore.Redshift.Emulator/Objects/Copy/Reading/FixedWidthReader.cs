using System.Globalization;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>Fields of fixed widths, counted in characters.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-fixedwidth</remarks>
internal sealed class FixedWidthReader(IReadOnlyList<int> widths) : RecordReader
{
    /// <summary>Reads a specification such as <c>id:3,name:25</c>.</summary>
    public static IReadOnlyList<int> ParseWidths(string specification)
    {
        var widths = new List<int>();
        foreach (var column in specification.Split(','))
        {
            var colon = column.LastIndexOf(':');
            if (colon <= 0
                || !int.TryParse(column.AsSpan(colon + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
                || width == 0)
            {
                throw new RedshiftErrorException("XX000", $"Invalid fixed width specification '{specification}': expected 'label:width,label:width'.");
            }

            widths.Add(width);
        }

        return widths;
    }

    public override RecordEnd FindEnd(ReadOnlySpan<byte> unread, bool isAtEnd)
    {
        var newLine = unread.IndexOf((byte)'\n');
        return newLine >= 0 ? AtNewLine(unread, newLine) : AtEnd(unread, isAtEnd);
    }

    public override LoadFault? Parse(ReadOnlySpan<byte> record, FieldList fields)
    {
        var start = 0;
        foreach (var width in widths)
        {
            if (start == record.Length && fields.Count > 0)
            {
                return null;
            }

            var end = start;
            for (var characters = 0; characters < width && end < record.Length; characters++)
            {
                // Continuation bytes are 10xxxxxx.
                end++;
                while (end < record.Length && (record[end] & 0xc0) == 0x80)
                {
                    end++;
                }
            }

            fields.Add(start, end - start);
            start = end;
        }

        return start == record.Length ? null : new LoadFault(LoadErrorCode.TooManyColumns, "Extra column(s) found");
    }
}
