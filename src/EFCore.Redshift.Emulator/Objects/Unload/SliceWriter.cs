namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Deals the rows out to the slices, which write a file each at a time; with PARALLEL OFF there is one slice, and order is kept.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class SliceWriter(IObjectStore store, RowFormat format, UnloadOptions options, ObjectLocation prefix)
    : UnloadWriter(store, format, options)
{
    // The smallest cluster has two.
    private const int ParallelSlices = 2;

    private readonly RowFormat _format = format;
    private readonly (UnloadFile? File, int Part)[] _slices = new (UnloadFile?, int)[options.IsParallel ? ParallelSlices : 1];

    public override async Task CompleteAsync(IReadOnlyList<UnloadColumn> columns, CancellationToken cancellationToken)
    {
        if (Rows == 0 && _format.WritesEmptyFile)
        {
            _slices[0].File = await CreateFileAsync(prefix, 0, 0, columns, cancellationToken).ConfigureAwait(false);
        }

        for (var slice = 0; slice < _slices.Length; slice++)
        {
            await CompleteAsync(slice, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var (file, _) in _slices)
        {
            if (file is not null)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    protected override async ValueTask WriteRowAsync(IReadOnlyList<UnloadColumn> columns, string?[] values, CancellationToken cancellationToken)
    {
        var slice = (int)((Rows - 1) % _slices.Length);
        if (_slices[slice].File is { } full && IsFull(full))
        {
            await CompleteAsync(slice, cancellationToken).ConfigureAwait(false);
        }

        _slices[slice].File ??= await CreateFileAsync(prefix, slice, _slices[slice].Part++, columns, cancellationToken).ConfigureAwait(false);
        await WriteToAsync(_slices[slice].File!, columns, values, cancellationToken).ConfigureAwait(false);
    }

    private async Task CompleteAsync(int slice, CancellationToken cancellationToken)
    {
        if (_slices[slice].File is { } file)
        {
            await CompleteAsync(file, cancellationToken).ConfigureAwait(false);
            _slices[slice].File = null;
        }
    }
}
