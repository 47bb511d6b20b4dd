namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>Comma-separated values: a field in quotation marks holds delimiters and line feeds, and quotation marks doubled.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-csv</remarks>
internal sealed class CsvReader(byte delimiter, byte quote) : RecordReader
{
    private static readonly LoadFault BadQuotes = new(LoadErrorCode.DelimiterNotFound, "Invalid quote formatting for CSV");

    public override RecordEnd FindEnd(ReadOnlySpan<byte> unread, bool isAtEnd)
    {
        for (var i = 0; i < unread.Length;)
        {
            // At the beginning of a field.
            var opening = SkipBlanks(unread, i);
            if (opening < unread.Length && unread[opening] == quote)
            {
                i = FindClosing(unread, opening) + 1;
                if (i == 0)
                {
                    break;
                }
            }

            var found = unread[i..].IndexOfAny(delimiter, (byte)'\n');
            if (found < 0)
            {
                break;
            }

            i += found;
            if (unread[i] == (byte)'\n')
            {
                return AtNewLine(unread, i);
            }

            i++;
        }

        return AtEnd(unread, isAtEnd);
    }

    public override LoadFault? Parse(ReadOnlySpan<byte> record, FieldList fields)
    {
        for (var start = 0; ;)
        {
            var opening = SkipBlanks(record, start);
            int end;
            if (opening < record.Length && record[opening] == quote)
            {
                var closing = FindClosing(record, opening);
                if (closing < 0)
                {
                    return BadQuotes;
                }

                // White space between quotation marks and delimiters is ignored.
                end = SkipBlanks(record, closing + 1);
                if (end < record.Length && record[end] != delimiter)
                {
                    return BadQuotes;
                }

                AddQuoted(record, opening, closing, fields);
            }
            else
            {
                var length = record[start..].IndexOf(delimiter);
                end = length < 0 ? record.Length : start + length;
                fields.Add(start, end - start);
            }

            if (end >= record.Length)
            {
                return null;
            }

            start = end + 1;
        }
    }

    private int SkipBlanks(ReadOnlySpan<byte> bytes, int position)
    {
        while (position < bytes.Length && bytes[position] is (byte)' ' or (byte)'\t' && bytes[position] != delimiter)
        {
            position++;
        }

        return position;
    }

    private int FindClosing(ReadOnlySpan<byte> bytes, int opening)
    {
        for (var i = opening + 1; i < bytes.Length; i += 2)
        {
            var found = bytes[i..].IndexOf(quote);
            if (found < 0)
            {
                return -1;
            }

            i += found;
            if (i + 1 >= bytes.Length || bytes[i + 1] != quote)
            {
                return i;
            }
        }

        return -1;
    }

    private void AddQuoted(ReadOnlySpan<byte> record, int opening, int closing, FieldList fields)
    {
        var value = record[(opening + 1)..closing];
        if (!value.Contains(quote))
        {
            fields.Add(opening + 1, value.Length, opening, closing + 1 - opening);
            return;
        }

        fields.BeginChanged();
        while (value.IndexOf(quote) is >= 0 and var i)
        {
            fields.AppendChanged(value[..(i + 1)]);
            value = value[(i + 2)..];
        }

        fields.AppendChanged(value);
        fields.EndChanged(opening, closing + 1 - opening);
    }
}
