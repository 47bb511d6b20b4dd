using System.Net;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>A PostgreSQL that does an emulator's executing and ends with it.</summary>
internal interface IPostgresServer : IAsyncDisposable
{
    /// <summary>Where its sessions are opened.</summary>
    EndPoint Endpoint { get; }

    /// <summary>The database that is there from the start.</summary>
    string Database { get; }

    /// <summary>The folder for the buckets, where the user gave none.</summary>
    string Buckets { get; }

    /// <summary>The connection string of the emulator's own connections, which are no session of a client's.</summary>
    string ConnectionString(string database);
}
