namespace EFCore.Redshift.Emulator;

/// <summary>The isolation level of a Redshift database, which its transactions cannot change.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html</remarks>
public enum DatabaseIsolation
{
    /// <summary>
    ///     A transaction sees the rows committed before its snapshot; two that change the same rows conflict. The default of clusters since 2024.
    /// </summary>
    Snapshot,

    /// <summary>As if transactions ran one after another; two that each read what the other writes conflict.</summary>
    Serializable,
}
