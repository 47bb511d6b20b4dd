namespace EFCore.Redshift.Emulator.Binding;

/// <summary>How a <see cref="QueryBlock" /> stands in the block around it.</summary>
internal enum BlockRole
{
    /// <summary>The statement's own block.</summary>
    Statement,

    /// <summary>In an expression of the block around it, whose columns it sees.</summary>
    Subquery,

    /// <summary>In FROM of the block around it, whose columns it does not see.</summary>
    DerivedTable,

    /// <summary>In WITH of the block around it, whose columns it does not see.</summary>
    CommonTable
}
