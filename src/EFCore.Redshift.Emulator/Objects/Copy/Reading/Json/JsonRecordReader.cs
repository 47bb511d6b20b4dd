using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary>Objects or arrays one after the other, with white space between them.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-json.html</remarks>
internal abstract class JsonRecordReader : RecordReader
{
    public sealed override bool IsByName
        => true;

    public sealed override RecordEnd FindEnd(ReadOnlySpan<byte> unread, bool isAtEnd)
    {
        var start = unread.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0)
        {
            return isAtEnd && unread.Length > 0 ? new RecordEnd(unread.Length, 0) : RecordEnd.None;
        }

        // What begins as no object or array is a bad record up to the line's end.
        if (unread[start] is not ((byte)'{' or (byte)'['))
        {
            var newLine = unread[start..].IndexOf((byte)'\n');
            return newLine >= 0 ? AtNewLine(unread, start + newLine) : AtEnd(unread, isAtEnd);
        }

        var depth = 0;
        for (var i = start; i < unread.Length; i++)
        {
            var found = unread[i..].IndexOfAny("{}[]\""u8);
            if (found < 0)
            {
                break;
            }

            i += found;
            switch (unread[i])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'"':
                    i = FindStringEnd(unread, i);
                    break;
                default:
                    if (--depth == 0)
                    {
                        return new RecordEnd(i + 1, i + 1);
                    }

                    break;
            }
        }

        return AtEnd(unread, isAtEnd);
    }

    public sealed override LoadFault? Parse(ReadOnlySpan<byte> record, FieldList fields)
    {
        try
        {
            return ParseDocument(record, fields);
        }
        catch (JsonException)
        {
            return JsonText.Malformed;
        }
        catch (InvalidOperationException)
        {
            // A string of half a surrogate pair or of invalid UTF-8.
            return JsonText.Malformed;
        }
    }

    protected abstract LoadFault? ParseDocument(ReadOnlySpan<byte> record, FieldList fields);

    private static int FindStringEnd(ReadOnlySpan<byte> bytes, int opening)
    {
        for (var i = opening + 1; i < bytes.Length; i++)
        {
            var found = bytes[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0)
            {
                break;
            }

            i += found;
            if (bytes[i] == (byte)'"')
            {
                return i;
            }

            i++;
        }

        return bytes.Length;
    }
}
