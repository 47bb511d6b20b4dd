namespace EFCore.Redshift.Emulator.Binding;

/// <summary>A column of a <see cref="TableSource" />.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the catalogue prints it, such as <c>character varying(20)</c>; null where it is not known.</param>
internal sealed record SourceColumn(string Name, string? Type);
