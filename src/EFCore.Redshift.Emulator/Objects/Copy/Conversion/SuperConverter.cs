using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Each field is a JSON text.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/ingest-super.html</remarks>
internal sealed class SuperConverter : ValueConverter
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    public override bool TakesJson
        => true;

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        if (Utf8Fault.Find(field) is { } fault)
        {
            return fault;
        }

        try
        {
            var reader = new Utf8JsonReader(field, Options);
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return new LoadFault(LoadErrorCode.InvalidJson, "Input data is not valid JSON for the super data type");
        }

        output.WriteText(field.Trim(" \t\r\n"u8));
        return null;
    }
}
