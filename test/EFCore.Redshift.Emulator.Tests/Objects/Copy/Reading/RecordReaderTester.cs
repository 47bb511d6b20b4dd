using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>Reads a text with a reader of records, through a small buffer, so that records begin and end anywhere in it.</summary>
internal static class RecordReaderTester
{
    public static Task<List<string?[]>> ReadAsync(RecordReader reader, string text, int capacity = 16)
        => ReadAsync(reader, Encoding.UTF8.GetBytes(text), capacity);

    public static async Task<List<string?[]>> ReadAsync(RecordReader reader, byte[] bytes, int capacity = 16)
    {
        var records = new List<string?[]>();
        var buffer = new RecordBuffer(new MemoryStream(bytes), capacity);
        while (!buffer.IsAtEnd || !buffer.Unread.IsEmpty)
        {
            if (reader.FindEnd(buffer.Unread, buffer.IsAtEnd) is { IsFound: true } end)
            {
                // As the loader does, white space between JSON texts is left out.
                if (end.ContentLength > 0 || !reader.IsByName)
                {
                    records.Add(Parse(reader, buffer.Unread[..end.ContentLength]));
                }

                buffer.Skip(end.Length);
            }
            else
            {
                Assert.False(buffer.IsAtEnd);
                await buffer.FillAsync(CancellationToken.None);
            }
        }

        return records;
    }

    private static string?[] Parse(RecordReader reader, ReadOnlySpan<byte> record)
    {
        var fields = new FieldList();
        if (reader.Parse(record, fields) is { } fault)
        {
            return ["fault: " + fault.Reason];
        }

        var values = new string?[fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = fields.IsMissing(i) ? null : Encoding.UTF8.GetString(fields.Value(i, record));
        }

        return values;
    }
}
