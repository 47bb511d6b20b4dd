namespace EFCore.Redshift.Bulk;

/// <summary>What an UNLOAD has done.</summary>
/// <param name="RowCount">The number of rows that were unloaded.</param>
public sealed record RedshiftUnloadResult(long RowCount);
