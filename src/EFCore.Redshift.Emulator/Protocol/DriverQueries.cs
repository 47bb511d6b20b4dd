using System.Reflection;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     The one text that reaches PostgreSQL as the client wrote it: Npgsql's, by which it loads the types when it first connects to a server
///     of version 8.0. It asks PostgreSQL's own catalogues for what Redshift's lack no more than on a cluster.
/// </summary>
internal static class DriverQueries
{
    private static readonly string TypeLoading = Squeeze(ReadTypeLoading());

    /// <summary>Whether the text is that one, but for white space.</summary>
    public static bool IsTypeLoading(string sql)
        => sql.StartsWith("SELECT version();", StringComparison.Ordinal) && Squeeze(sql) == TypeLoading;

    private static string ReadTypeLoading()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("EFCore.Redshift.Emulator.Protocol.NpgsqlTypeLoading.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Squeeze(string sql)
        => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
