namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>A whole statement.</summary>
internal abstract record Statement : SqlNode;
