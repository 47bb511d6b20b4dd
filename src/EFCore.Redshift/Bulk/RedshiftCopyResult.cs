namespace EFCore.Redshift.Bulk;

/// <summary>What a COPY has done.</summary>
/// <param name="RowCount">The number of rows that were loaded.</param>
public sealed record RedshiftCopyResult(long RowCount);
