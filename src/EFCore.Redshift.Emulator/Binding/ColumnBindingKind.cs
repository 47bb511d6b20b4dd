namespace EFCore.Redshift.Emulator.Binding;

/// <summary>What sort of thing a column reference means.</summary>
internal enum ColumnBindingKind
{
    /// <summary>Nothing that is known here; PostgreSQL reports what does not exist.</summary>
    Unresolved,

    /// <summary>A column of an item of FROM.</summary>
    Column,

    /// <summary>The value of an alias over a SUPER array.</summary>
    SuperValue,

    /// <summary>A whole row, named by the alias of an item of FROM.</summary>
    Row,

    /// <summary>
    ///     The alias of an item of the select list of the same block.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_SELECT_list.html
    /// </summary>
    SelectAlias,

    /// <summary>A column of the result, in ORDER BY of a set operation.</summary>
    ResultColumn,

    /// <summary>The name of a date part.</summary>
    DatePart
}
