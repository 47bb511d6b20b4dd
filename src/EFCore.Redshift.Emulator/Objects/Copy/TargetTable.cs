namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>The table that is loaded.</summary>
internal sealed record TargetTable(int Id, string Schema, string Name, IReadOnlyList<TargetColumn> Columns);
