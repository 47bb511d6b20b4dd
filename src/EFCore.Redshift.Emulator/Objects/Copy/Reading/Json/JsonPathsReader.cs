using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary>Objects or arrays, taken apart by one path for each column.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-json.html</remarks>
internal sealed class JsonPathsReader(IReadOnlyList<JsonPath> paths, IReadOnlyList<JsonTarget> targets) : JsonRecordReader
{
    protected override LoadFault? ParseDocument(ReadOnlySpan<byte> record, FieldList fields)
    {
        // Read whole once, since a path stops where it finds its value.
        var reader = new Utf8JsonReader(record, JsonText.Options);
        while (reader.Read())
        {
        }

        for (var i = 0; i < paths.Count; i++)
        {
            if (paths[i].Add(record, targets[i].WantsJson, fields) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
