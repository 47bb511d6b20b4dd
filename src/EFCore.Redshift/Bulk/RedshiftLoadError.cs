namespace EFCore.Redshift.Bulk;

/// <summary>Why a line could not be loaded.</summary>
/// <param name="FileName">The file that the line is in.</param>
/// <param name="LineNumber">The number of the line, the first being 1.</param>
/// <param name="ColumnName">The column that the field was for; empty where the line as a whole was bad.</param>
/// <param name="ColumnType">The type of the column.</param>
/// <param name="Reason">What was wrong, in the server's words.</param>
public sealed record RedshiftLoadError(string FileName, long LineNumber, string ColumnName, string ColumnType, string Reason);
