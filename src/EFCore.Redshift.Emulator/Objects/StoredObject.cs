namespace EFCore.Redshift.Emulator.Objects;

/// <summary>An object that exists.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record StoredObject(ObjectLocation Location, long Length);
