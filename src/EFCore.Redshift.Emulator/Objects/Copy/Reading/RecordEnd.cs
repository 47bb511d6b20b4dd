namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>Where a record ends.</summary>
/// <param name="Length">How many bytes it takes in the file, with its ending.</param>
/// <param name="ContentLength">How many of them are its content.</param>
internal readonly record struct RecordEnd(int Length, int ContentLength)
{
    public static RecordEnd None
        => new(-1, -1);

    public bool IsFound
        => Length >= 0;
}
