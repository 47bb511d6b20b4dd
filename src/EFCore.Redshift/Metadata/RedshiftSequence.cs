namespace EFCore.Redshift.Metadata;

/// <summary>A sequence of the provider's key table. Redshift itself has none.</summary>
/// <param name="Name">Its name in the key table.</param>
/// <param name="StartsAt">Its first value.</param>
/// <param name="IncrementsBy">The distance between its values, which may be negative but not zero.</param>
/// <param name="BlockSize">How many values an application takes at a time; what it does not use of them is lost.</param>
public sealed record RedshiftSequence(string Name, long StartsAt, long IncrementsBy, int BlockSize);
