using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Writes the list of an UNLOAD's files, from which COPY can load them.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD_command_examples.html</remarks>
internal static class UnloadManifest
{
    public static async Task WriteAsync(
        ObjectLocation prefix,
        IReadOnlyList<UnloadedFile> files,
        IReadOnlyList<UnloadColumn> columns,
        bool isVerbose,
        IObjectStore store,
        CancellationToken cancellationToken)
    {
        var upload = await store.CreateAsync(prefix with { Key = prefix.Key + "manifest" }, cancellationToken).ConfigureAwait(false);
        await using (upload.ConfigureAwait(false))
        {
            var json = new Utf8JsonWriter(upload.Content, new JsonWriterOptions { Indented = true });
            await using (json.ConfigureAwait(false))
            {
                Write(json, files, columns, isVerbose);
            }

            await upload.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<UnloadedFile> files, IReadOnlyList<UnloadColumn> columns, bool isVerbose)
    {
        json.WriteStartObject();
        json.WriteStartArray("entries");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("url", file.Location.ToString());
            if (isVerbose)
            {
                WriteMeta(json, file.Bytes, file.Rows);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (isVerbose)
        {
            WriteSchema(json, columns);
            WriteMeta(json, files.Sum(f => f.Bytes), files.Sum(f => f.Rows));
            json.WriteStartObject("author");
            json.WriteString("name", "Amazon Redshift");
            json.WriteString("version", "1.0.0");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, long bytes, long rows)
    {
        json.WriteStartObject("meta");
        json.WriteNumber("content_length", bytes);
        json.WriteNumber("record_count", rows);
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, IReadOnlyList<UnloadColumn> columns)
    {
        json.WriteStartObject("schema");
        json.WriteStartArray("elements");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteStartObject("type");
            json.WriteString("base", column.TypeName);
            if (column.Length is { } length)
            {
                json.WriteNumber("max_length", length);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
