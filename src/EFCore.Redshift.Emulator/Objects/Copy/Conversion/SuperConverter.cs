using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Each field is a JSON text; it is stored without white space between its tokens.</summary>
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

        WriteCompact(field, output);
        return null;
    }

    private static void WriteCompact(ReadOnlySpan<byte> json, CopyTextWriter output)
    {
        var start = 0;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'"':
                    i = FindStringEnd(json, i);
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    output.WriteText(json[start..i]);
                    start = i + 1;
                    break;
            }
        }

        output.WriteText(json[start..]);
    }

    private static int FindStringEnd(ReadOnlySpan<byte> json, int opening)
    {
        var i = opening + 1;
        while (json[i] != (byte)'"')
        {
            i += json[i] == (byte)'\\' ? 2 : 1;
        }

        return i;
    }
}
