using System.Globalization;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Writes the rows of one UNLOAD to its files.</summary>
internal abstract class UnloadWriter(IObjectStore store, RowFormat format, UnloadOptions options) : IAsyncDisposable
{
    private readonly StringBuilder _line = new();

    public long Rows { get; private set; }

    /// <summary>The files that are complete.</summary>
    public List<UnloadedFile> Files { get; } = [];

    /// <summary>Writes a row.</summary>
    public async ValueTask WriteAsync(IReadOnlyList<UnloadColumn> columns, string?[] values, CancellationToken cancellationToken)
    {
        Rows++;
        await WriteRowAsync(columns, values, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Completes all files.</summary>
    public abstract Task CompleteAsync(IReadOnlyList<UnloadColumn> columns, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask WriteRowAsync(IReadOnlyList<UnloadColumn> columns, string?[] values, CancellationToken cancellationToken);

    protected async ValueTask<UnloadFile> CreateFileAsync(
        ObjectLocation prefix, int slice, int part, IReadOnlyList<UnloadColumn> columns, CancellationToken cancellationToken)
    {
        // https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html#unload-parameters
        var name = options.IsParallel
            ? string.Create(CultureInfo.InvariantCulture, $"{prefix.Key}{slice:0000}_part_{part:00}{options.FileNameEnding}")
            : string.Create(CultureInfo.InvariantCulture, $"{prefix.Key}{part:000}{options.FileNameEnding}");

        var file = await UnloadFile.CreateAsync(prefix with { Key = name }, slice, options.IsGzip, store, cancellationToken).ConfigureAwait(false);
        if (options.HasHeader)
        {
            _line.Clear();
            format.AppendHeader(_line, columns);
            await file.WriteAsync(_line, isRow: false, cancellationToken).ConfigureAwait(false);
        }

        return file;
    }

    protected ValueTask WriteToAsync(
        UnloadFile file, IReadOnlyList<UnloadColumn> columns, ReadOnlySpan<string?> values, CancellationToken cancellationToken)
    {
        _line.Clear();
        format.AppendRow(_line, columns, values);
        return file.WriteAsync(_line, isRow: true, cancellationToken);
    }

    protected bool IsFull(UnloadFile file)
        => file.Length >= options.MaximumFileSize;

    protected async Task CompleteAsync(UnloadFile file, CancellationToken cancellationToken)
        => Files.Add(await file.CompleteAsync(cancellationToken).ConfigureAwait(false));
}
