using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary>What the readers of JSON share.</summary>
internal static class JsonText
{
    public static JsonReaderOptions Options
        => new() { MaxDepth = 1000 };

    public static LoadFault Malformed { get; } = new(LoadErrorCode.InvalidLine, "Invalid JSON: the object or array is malformed");

    /// <summary>
    ///     Adds the value that the reader stands on, and moves the reader to the value's end. A string is its text, unless JSON is
    ///     wanted; objects and arrays are their own text. The reader began <paramref name="offset" /> bytes into the record.
    /// </summary>
    public static void AddValue(ref Utf8JsonReader reader, bool wantsJson, int offset, FieldList fields)
    {
        var start = offset + (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                fields.AddMissing();
                break;
            case JsonTokenType.String when !wantsJson && reader.ValueIsEscaped:
                fields.BeginChanged();
                var room = fields.ReserveChanged(reader.ValueSpan.Length);
                fields.ReturnChanged(room.Length - reader.CopyString(room));
                fields.EndChanged(start, offset + (int)reader.BytesConsumed - start);
                break;
            case JsonTokenType.String when !wantsJson:
                fields.Add(start + 1, reader.ValueSpan.Length, start, offset + (int)reader.BytesConsumed - start);
                break;
            default:
                // The reader may stand in the middle of a record, where only TrySkip works; the record is known to be whole.
                reader.TrySkip();
                fields.Add(start, offset + (int)reader.BytesConsumed - start);
                break;
        }
    }
}
