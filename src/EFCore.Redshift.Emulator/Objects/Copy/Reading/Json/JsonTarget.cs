namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary>A column that a member of a JSON object goes to.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="WantsJson">Whether the column is SUPER, so that strings keep their quotation marks.</param>
internal sealed record JsonTarget(string Name, bool WantsJson);
