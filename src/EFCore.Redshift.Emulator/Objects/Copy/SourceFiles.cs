using System.Text.Json;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Finds the files of a COPY.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-source-s3.html</remarks>
internal static class SourceFiles
{
    private static readonly string[] OtherSources = ["emr", "dynamodb"];

    public static Task<IReadOnlyList<StoredObject>> FindAsync(
        string source, bool isManifest, IObjectStore store, CancellationToken cancellationToken)
    {
        // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-source.html
        if (OtherSources.FirstOrDefault(s => source.StartsWith(s + "://", StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            throw new RedshiftErrorException(
                "0A000",
                $"The emulator does not support COPY from {other}://.",
                hint: "Amazon Redshift does; this is a limit of the emulator.");
        }

        var location = ObjectLocation.Parse(source);
        return isManifest ? ReadManifestAsync(location, store, cancellationToken) : ListAsync(location, store, cancellationToken);
    }

    private static async Task<IReadOnlyList<StoredObject>> ListAsync(
        ObjectLocation prefix, IObjectStore store, CancellationToken cancellationToken)
    {
        var files = await store.ListAsync(prefix, cancellationToken).ConfigureAwait(false);
        return files.Count > 0 ? files : throw S3Error.NoSuchPrefix(prefix);
    }

    // A file that is missing fails the load only if it is mandatory; but with no file at all, it fails always.
    // https://docs.aws.amazon.com/redshift/latest/dg/loading-data-files-using-manifest.html
    private static async Task<IReadOnlyList<StoredObject>> ReadManifestAsync(
        ObjectLocation location, IObjectStore store, CancellationToken cancellationToken)
    {
        if (!await store.ExistsAsync(location, cancellationToken).ConfigureAwait(false))
        {
            throw EngineError.Create("COPY with MANIFEST parameter requires full path of an S3 object.", 8001, location.ToString());
        }

        var files = new List<StoredObject>();
        foreach (var (url, isMandatory) in await ReadEntriesAsync(location, store, cancellationToken).ConfigureAwait(false))
        {
            var file = ObjectLocation.Parse(url);
            if (await store.ExistsAsync(file, cancellationToken).ConfigureAwait(false))
            {
                var listed = await store.ListAsync(file, cancellationToken).ConfigureAwait(false);
                files.AddRange(listed.Where(o => o.Location == file));
            }
            else if (isMandatory)
            {
                throw S3Error.NoSuchKey(file);
            }
        }

        return files.Count > 0 ? files : throw EngineError.Create("No file of the manifest exists.", 8001, location.ToString());
    }

    private static async Task<IReadOnlyList<(string Url, bool IsMandatory)>> ReadEntriesAsync(
        ObjectLocation location, IObjectStore store, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(location, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken).ConfigureAwait(false);
                return
                [
                    .. document.RootElement.GetProperty("entries").EnumerateArray().Select(
                        e => (e.GetProperty("url").GetString() ?? "", e.TryGetProperty("mandatory", out var mandatory) && mandatory.GetBoolean()))
                ];
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw EngineError.Create("Problem reading manifest file - it is not a manifest in JSON.", 8001, location.ToString());
            }
        }
    }
}
