namespace EFCore.Redshift.Emulator.Binding;

/// <summary>What a <see cref="TableSource" /> is.</summary>
internal enum TableSourceKind
{
    /// <summary>A table or a view, or a name that the catalogue does not know.</summary>
    Table,

    /// <summary>An item of WITH.</summary>
    CommonTable,

    /// <summary>A query in parentheses.</summary>
    DerivedTable,

    /// <summary>The elements of a SUPER array, or the attributes of a SUPER object: its alias is itself a value.</summary>
    Super,

    /// <summary>A function's result.</summary>
    Function
}
