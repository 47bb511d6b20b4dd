namespace EFCore.Redshift.Emulator.Binding;

/// <summary>Where in a Redshift cluster a function runs.</summary>
internal enum FunctionNode
{
    /// <summary>On the leader node and on compute nodes.</summary>
    Any,

    /// <summary>
    ///     On the leader node only: fails beside a user's table.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions_leader_node_only.html
    /// </summary>
    Leader,

    /// <summary>
    ///     On compute nodes only: fails without a user's table.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions_compute_node_only.html
    /// </summary>
    Compute
}
