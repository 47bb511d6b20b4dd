using System.Text;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Executes COPY and UNLOAD without a server.</summary>
internal sealed class TransferTester(FakeBackend backend)
{
    public const string Role = "IAM_ROLE 'arn:aws:iam::123456789012:role/Loader'";

    public FakeBackend Backend { get; } = backend;

    public MemoryObjectStore Store { get; } = new();

    public RecordedHistory History { get; } = new();

    /// <summary>A table of nullable columns: <c>id integer, name character varying(10)</c>.</summary>
    public static TransferTester ForTable(string columns)
        => new(
            new FakeBackend
            {
                Columns =
                [
                    .. columns.Split(", ").Select(c => c.Split(' ', 2)).Select(
                        c => (c[0], c[1].Replace(" not null", "", StringComparison.Ordinal), c[1].EndsWith("not null", StringComparison.Ordinal), false, false))
                ]
            });

    public TransferTester WithFile(string key, string text)
    {
        Store[key] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public async Task<EmulatedStatementResult> ExecuteAsync(string sql)
    {
        var statement = Assert.Single(SqlParser.Parse(sql, new SqlParserOptions()));
        return await new ObjectStatementExecutor(Store, History).ExecuteAsync(
            new TranslatedStatement { Tree = statement, UnloadQuery = "the query" },
            new EmulatedStatementContext { Backend = Backend, ProcessId = 42, User = "awsuser", Database = "dev", Text = sql },
            CancellationToken.None);
    }

    /// <summary>COPY t FROM the one file with these parameters; gives the rows sent to PostgreSQL.</summary>
    public async Task<string[]> CopyAsync(string parameters, string text)
    {
        WithFile("file", text);
        await ExecuteAsync($"COPY t FROM 's3://bucket/file' {Role} {parameters}");
        return Backend.CopiedRows;
    }

    public async Task<RedshiftErrorException> FailsAsync(string sql)
        => await Assert.ThrowsAsync<RedshiftErrorException>(() => ExecuteAsync(sql));
}
