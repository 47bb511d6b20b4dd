namespace EFCore.Redshift.Emulator.Binding;

/// <summary>A table or view that exists, as the binder needs to know it.</summary>
/// <param name="Schema">The schema it was found in.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsSystem">Whether it lives on the leader node: catalogues and system views.</param>
/// <param name="IsView">Whether it is a view.</param>
/// <param name="Columns">Its columns in order.</param>
internal sealed record Relation(string Schema, string Name, bool IsSystem, bool IsView, IReadOnlyList<RelationColumn> Columns);
