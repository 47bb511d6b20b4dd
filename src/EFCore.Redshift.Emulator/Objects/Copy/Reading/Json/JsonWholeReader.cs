using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary><c>'noshred'</c>: each object or array goes whole into one SUPER column.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/ingest-super.html</remarks>
internal sealed class JsonWholeReader : JsonRecordReader
{
    protected override LoadFault? ParseDocument(ReadOnlySpan<byte> record, FieldList fields)
    {
        var reader = new Utf8JsonReader(record, JsonText.Options);
        reader.Read();
        JsonText.AddValue(ref reader, wantsJson: true, 0, fields);
        return reader.Read() ? JsonText.Malformed : null;
    }
}
