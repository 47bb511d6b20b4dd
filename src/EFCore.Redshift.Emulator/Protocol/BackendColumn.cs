namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>A column of a result, as PostgreSQL's RowDescription gives it.</summary>
internal sealed record BackendColumn(string Name, uint TypeOid, int TypeModifier);
