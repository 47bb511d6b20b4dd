using System.Text;
using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>A schema and a bucket of a test's own on the shared emulator.</summary>
public sealed class Bucket : IAsyncDisposable
{
    public const string Role = "IAM_ROLE 'arn:aws:iam::123456789012:role/Loader'";

    private readonly DirectoryInfo _folder;

    private readonly EmulatorFixture _emulator;
    private NpgsqlConnection? _connection;

    private Bucket(EmulatorFixture emulator, string name)
    {
        _emulator = emulator;
        Name = name;
        _folder = Directory.CreateDirectory(Path.Combine(emulator.Server.S3Root, name));
    }

    /// <summary>The bucket's name, which is the schema's too.</summary>
    public string Name { get; }

    /// <summary>What the server has told beside its answers.</summary>
    public List<string> Notices { get; } = [];

    public IEnumerable<string> Keys
        => _folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(_folder.FullName, f.FullName))
            .Order(StringComparer.Ordinal);

    public static async Task<Bucket> CreateAsync(EmulatorFixture emulator)
    {
        var bucket = new Bucket(emulator, "bucket_" + Guid.NewGuid().ToString("N")[..12]);
        await emulator.ExecuteAsync($"CREATE SCHEMA {bucket.Name}");
        return bucket;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        await _emulator.ExecuteAsync($"DROP SCHEMA {Name} CASCADE");
        _folder.Delete(recursive: true);
    }

    /// <summary>
    ///     The test's connection; the schema is first in its search path. Npgsql closes a connection that has got an error of class XX, which is
    ///     most of what COPY and UNLOAD give; then it is a new one.
    /// </summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        if (_connection is not { State: System.Data.ConnectionState.Open })
        {
            _connection = new NpgsqlConnection($"{_emulator.Server.ConnectionString};Pooling=false;Include Error Detail=true");
            _connection.Notice += (_, e) => Notices.Add(e.Notice.Severity + ": " + e.Notice.MessageText);
            await _connection.OpenAsync();
            await _connection.ExecuteAsync($"SET search_path TO {Name}");
        }

        return _connection;
    }

    public async Task<int> ExecuteAsync(string sql)
        => await (await OpenAsync()).ExecuteAsync(sql);

    public async Task<object?> ScalarAsync(string sql)
        => await (await OpenAsync()).ScalarAsync(sql);

    /// <summary>The rows, each as one text with its values' invariant texts.</summary>
    public async Task<string[]> RowsAsync(string sql)
        => [.. (await (await OpenAsync()).RowsAsync(sql)).Select(r => string.Join('|', r.Select(v => v is null ? "NULL" : FormattableString.Invariant($"{v}"))))];

    public void Write(string key, string text)
        => Write(key, Encoding.UTF8.GetBytes(text));

    public void Write(string key, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>
    ///     Makes an object that is a pipe, and gives what opens it for writing, which waits until the object is read. The object goes on until the
    ///     stream is disposed of.
    /// </summary>
    public async Task<Func<Task<FileStream>>> CreatePipeAsync(string key)
    {
        var path = Path.Combine(_folder.FullName, key);
        using var process = System.Diagnostics.Process.Start("mkfifo", [path]);
        await process.WaitForExitAsync();
        return () => Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
    }

    public string Read(string key)
        => File.ReadAllText(Path.Combine(_folder.FullName, key));

    /// <summary>COPY a table from the key.</summary>
    public Task<int> CopyAsync(string table, string key, string parameters = "")
        => ExecuteAsync($"COPY {table} FROM 's3://{Name}/{key}' {Role} {parameters}");

    /// <summary>UNLOAD a query to the prefix.</summary>
    public Task<int> UnloadAsync(string query, string prefix, string parameters = "")
        => ExecuteAsync($"UNLOAD ('{query.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}') TO 's3://{Name}/{prefix}' {Role} {parameters}");
}
