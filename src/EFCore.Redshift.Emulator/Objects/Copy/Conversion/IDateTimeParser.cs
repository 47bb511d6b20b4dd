namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Reads dates and times of one format.</summary>
internal interface IDateTimeParser
{
    /// <summary>The format as error messages show it.</summary>
    string Format { get; }

    /// <summary>The fewest characters that the format takes.</summary>
    int MinimumLength { get; }

    bool TryParse(ReadOnlySpan<byte> text, ref DateTimeParts parts);
}
