using System.Text;
using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary>Members are matched to columns by name; members that match none are ignored, columns without a member are NULL.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-json</remarks>
internal sealed class JsonAutoReader(IReadOnlyList<JsonTarget> targets, bool ignoresCase) : JsonRecordReader
{
    private readonly byte[][] _names = [.. targets.Select(t => Encoding.UTF8.GetBytes(t.Name))];
    private readonly long[] _starts = new long[targets.Count];

    protected override LoadFault? ParseDocument(ReadOnlySpan<byte> record, FieldList fields)
    {
        Array.Fill(_starts, -1);

        var reader = new Utf8JsonReader(record, JsonText.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return new LoadFault(LoadErrorCode.InvalidLine, "Invalid JSON: 'auto' takes objects; use a jsonpaths file for arrays");
        }

        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var target = Find(ref reader, next);
            reader.Read();
            if (target >= 0)
            {
                _starts[target] = reader.TokenStartIndex;
                next = target + 1;
            }

            reader.Skip();
        }

        // Fields go in the order of the columns, and a name that comes twice counts once, with its last value.
        for (var i = 0; i < targets.Count; i++)
        {
            if (_starts[i] < 0)
            {
                fields.AddMissing();
            }
            else
            {
                AddField(record, (int)_starts[i], targets[i].WantsJson, fields);
            }
        }

        return null;
    }

    private static void AddField(ReadOnlySpan<byte> record, int start, bool wantsJson, FieldList fields)
    {
        var reader = new Utf8JsonReader(record[start..], isFinalBlock: false, new JsonReaderState(JsonText.Options));
        reader.Read();
        JsonText.AddValue(ref reader, wantsJson, start, fields);
    }

    // Members mostly come in the order of the columns.
    private int Find(ref Utf8JsonReader reader, int expected)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            var candidate = (expected + i) % _names.Length;
            if (Matches(ref reader, candidate))
            {
                return candidate;
            }
        }

        return -1;
    }

    private bool Matches(ref Utf8JsonReader reader, int target)
        => ignoresCase
            ? string.Equals(reader.GetString(), targets[target].Name, StringComparison.OrdinalIgnoreCase)
            : reader.ValueTextEquals(_names[target]);
}
