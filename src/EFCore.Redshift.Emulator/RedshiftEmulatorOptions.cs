using EFCore.Redshift.Emulator.Refusals;

namespace EFCore.Redshift.Emulator;

/// <summary>How a <see cref="RedshiftEmulator" /> is started. Every property has a default that suits tests.</summary>
public sealed class RedshiftEmulatorOptions
{
    /// <summary>The TCP port to listen on, on the loopback address. The default, 0, takes a free one; a cluster's own is 5439.</summary>
    public int Port { get; set; }

    /// <summary>
    ///     The folder whose subfolders are the buckets of <c>s3://bucket/key</c> in COPY and UNLOAD. The default, null, is a temporary folder
    ///     that is removed when the emulator is disposed.
    /// </summary>
    public string? S3Root { get; set; }

    /// <summary>
    ///     The folder with PostgreSQL's programs <c>initdb</c> and <c>postgres</c>, version 15 or newer. The default, null, looks where
    ///     packages and installers put them, then along <c>PATH</c>.
    /// </summary>
    public string? PostgresBinaryFolder { get; set; }

    /// <summary>The database's isolation level; the default is that of newly made clusters.</summary>
    public DatabaseIsolation DatabaseIsolation { get; set; } = DatabaseIsolation.Snapshot;

    /// <summary>The name of the database that is there from the start. The default is <c>dev</c>, as on a new cluster.</summary>
    public string Database { get; set; } = "dev";

    /// <summary>The name of the superuser that is there from the start. The default is <c>awsuser</c>, as on a new cluster.</summary>
    public string Username { get; set; } = "awsuser";

    /// <summary>
    ///     The password that is asked for at connect time, in clear text as Redshift does for temporary IAM users; every user's is the same.
    ///     The default, null, asks for none.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>
    ///     Whether the emulator also refuses what a cluster would accept but silently change, such as names over 127 bytes, which are cut.
    ///     The default is false.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>
    ///     What to let through of that which AWS's documentation neither promises nor excludes. Empty by default: all of it is refused.
    /// </summary>
    public ISet<UncertainFeature> Relaxations { get; } = new HashSet<UncertainFeature>();
}
