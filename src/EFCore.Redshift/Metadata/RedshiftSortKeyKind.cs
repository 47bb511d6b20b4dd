namespace EFCore.Redshift.Metadata;

/// <summary>How the columns of a sort key order a table's rows.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html</remarks>
public enum RedshiftSortKeyKind
{
    /// <summary>By the first column, then by the second; a filter on the first columns finds its blocks. At most 400 columns.</summary>
    Compound,

    /// <summary>By all columns with equal weight. At most 8 columns; not for keys that only grow, such as identities and dates.</summary>
    Interleaved,

    /// <summary>Redshift chooses; no columns are named.</summary>
    Auto
}
