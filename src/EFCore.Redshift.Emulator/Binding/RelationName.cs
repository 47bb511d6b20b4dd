namespace EFCore.Redshift.Emulator.Binding;

/// <summary>A table's or view's name after folding; a null schema is looked up along the search path.</summary>
internal readonly record struct RelationName(string? Schema, string Name);
