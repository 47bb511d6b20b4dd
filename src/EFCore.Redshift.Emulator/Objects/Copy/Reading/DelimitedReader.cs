using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>Text with one delimiter character between the fields and a line for each record.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-delimiter</remarks>
internal sealed class DelimitedReader(byte delimiter, bool escapes, bool removesQuotes) : RecordReader
{
    private const byte Backslash = (byte)'\\';

    // The backslash and the one character that it keeps from meaning anything.
    private const int EscapedLength = 2;

    public override RecordEnd FindEnd(ReadOnlySpan<byte> unread, bool isAtEnd)
    {
        if (!escapes)
        {
            var newLine = unread.IndexOf((byte)'\n');
            return newLine >= 0 ? AtNewLine(unread, newLine) : AtEnd(unread, isAtEnd);
        }

        var i = 0;
        while (i < unread.Length)
        {
            var afterEscape = i;
            var found = unread[i..].IndexOfAny(Backslash, (byte)'\n');
            if (found < 0)
            {
                break;
            }

            i += found;
            if (unread[i] == (byte)'\n')
            {
                // A carriage return that is escaped is the field's own.
                return i == afterEscape ? new RecordEnd(i + 1, i) : AtNewLine(unread, i);
            }

            i += EscapedLength;
        }

        return AtEnd(unread, isAtEnd);
    }

    public override LoadFault? Parse(ReadOnlySpan<byte> record, FieldList fields)
    {
        if (escapes && FindEarlyEnd(record) is { } fault)
        {
            return fault;
        }

        for (var start = 0; ;)
        {
            var length = removesQuotes && start < record.Length && record[start] is (byte)'"' or (byte)'\''
                ? FindQuotedLength(record[start..])
                : FindLength(record[start..]);

            if (length < 0)
            {
                return new LoadFault(LoadErrorCode.DelimiterNotFound, "Delimiter not found");
            }

            Add(record, start, length, fields);
            start += length + 1;
            if (start > record.Length)
            {
                return null;
            }
        }
    }

    private int FindLength(ReadOnlySpan<byte> rest)
    {
        if (!escapes)
        {
            var end = rest.IndexOf(delimiter);
            return end < 0 ? rest.Length : end;
        }

        for (var i = 0; i < rest.Length;)
        {
            var found = rest[i..].IndexOfAny(Backslash, delimiter);
            if (found < 0)
            {
                break;
            }

            i += found;
            if (rest[i] == delimiter)
            {
                return i;
            }

            i += EscapedLength;
        }

        return rest.Length;
    }

    // The closing quotation mark is the first that a delimiter or the record's end follows; others, and delimiters, are kept.
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-removequotes
    private int FindQuotedLength(ReadOnlySpan<byte> rest)
    {
        for (var i = 1; i < rest.Length;)
        {
            if (escapes && rest[i] == Backslash)
            {
                i += EscapedLength;
                continue;
            }

            if (rest[i] == rest[0] && (i + 1 == rest.Length || rest[i + 1] == delimiter))
            {
                return i + 1;
            }

            i++;
        }

        return -1;
    }

    private void Add(ReadOnlySpan<byte> record, int start, int length, FieldList fields)
    {
        var (valueStart, valueLength) = removesQuotes && length >= 2 && record[start] is (byte)'"' or (byte)'\''
            ? (start + 1, length - 2)
            : (start, length);
        var value = record.Slice(valueStart, valueLength);

        if (!escapes || !value.Contains(Backslash))
        {
            fields.Add(valueStart, valueLength, start, length);
            return;
        }

        fields.BeginChanged();
        while (value.IndexOf(Backslash) is >= 0 and var i)
        {
            fields.AppendChanged(value[..i]);
            var end = Math.Min(i + EscapedLength, value.Length);
            fields.AppendChanged(value[(i + 1)..end]);
            value = value[end..];
        }

        fields.AppendChanged(value);
        fields.EndChanged(start, length);
    }

    // With ESCAPE, a NUL ends a record and must be followed by a new line.
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-null-as
    private static LoadFault? FindEarlyEnd(ReadOnlySpan<byte> record)
    {
        var nul = record.IndexOf((byte)0);
        return nul < 0 || nul + 1 == record.Length
            ? null
            : new LoadFault(
                LoadErrorCode.InvalidLine,
                string.Create(CultureInfo.InvariantCulture, $"Missing newline: Unexpected character 0x{record[nul + 1]:x2} found at location {nul + 1}"));
    }
}
