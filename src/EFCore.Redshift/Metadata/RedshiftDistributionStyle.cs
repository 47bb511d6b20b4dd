namespace EFCore.Redshift.Metadata;

/// <summary>How the rows of a table are spread over the cluster's slices.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_choosing_dist_sort.html</remarks>
public enum RedshiftDistributionStyle
{
    /// <summary>Redshift chooses, and changes its choice with the size of the table.</summary>
    Auto,

    /// <summary>Rows go round the slices in turn.</summary>
    Even,

    /// <summary>Each node holds a copy of the whole table, for small tables that are joined a lot and change rarely.</summary>
    All,

    /// <summary>Rows with the same value of the distribution key are on the same slice.</summary>
    Key
}
