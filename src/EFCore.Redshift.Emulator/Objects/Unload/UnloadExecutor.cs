using System.Globalization;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Executes UNLOAD: runs the query in the client's transaction and writes its rows to files.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class UnloadExecutor(IObjectStore store, ITransferHistory history)
{
    public async Task<EmulatedStatementResult> ExecuteAsync(
        UnloadStatement statement, string query, long queryId, EmulatedStatementContext context, CancellationToken cancellationToken)
    {
        var parameters = new TransferOptions(statement.Options);
        TransferAuthorizationCheck.Check(statement.Authorization, parameters);
        var options = new UnloadOptions(parameters);
        if (statement.Query.Limit is not null || statement.Query is SelectQuery { Top: not null })
        {
            throw new RedshiftErrorException("0A000", "Limit clause is not supported. (Hint: put the limit into nested subquery)");
        }

        var destination = ObjectLocation.Parse(statement.Destination.Value);
        await PrepareDestinationAsync(destination, options, cancellationToken).ConfigureAwait(false);

        var run = new UnloadRun(
            context.Database,
            context.User,
            context.ProcessId,
            queryId,
            statement.Destination.Value,
            options.FormatName,
            options.CompressionName,
            DateTime.SpecifyKind(DateTime.UtcNow, DateTimeKind.Unspecified));
        var result = await UnloadAsync(query, destination, options, context.Backend, cancellationToken).ConfigureAwait(false);
        await history.WriteUnloadAsync(run, result, cancellationToken).ConfigureAwait(false);
        await SetSessionAsync(context.Backend, result.Rows, queryId, cancellationToken).ConfigureAwait(false);

        return new EmulatedStatementResult(
            "UNLOAD",
            [string.Create(CultureInfo.InvariantCulture, $"UNLOAD completed, {result.Rows} record(s) unloaded successfully.")]);
    }

    private async Task<UnloadResult> UnloadAsync(
        string query, ObjectLocation destination, UnloadOptions options, IBackend backend, CancellationToken cancellationToken)
    {
        List<UnloadColumn> columns = [];
        UnloadWriter? writer = null;
        try
        {
            await backend.StreamAsync(
                query,
                (described, _) =>
                {
                    columns.AddRange(described.Select(c => new UnloadColumn(c.Name, c.TypeOid, c.TypeModifier)));
                    UnloadColumnRules.Check(columns, options);
                    writer = CreateWriter(columns, destination, options);
                    return ValueTask.CompletedTask;
                },
                (values, token) => writer!.WriteAsync(columns, values, token),
                cancellationToken).ConfigureAwait(false);

            await writer!.CompleteAsync(columns, cancellationToken).ConfigureAwait(false);
            if (options.HasManifest)
            {
                await UnloadManifest.WriteAsync(destination, writer.Files, columns, options.IsVerboseManifest, store, cancellationToken)
                    .ConfigureAwait(false);
            }

            return new UnloadResult(writer.Rows, writer.Files);
        }
        finally
        {
            if (writer is not null)
            {
                await writer.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private UnloadWriter CreateWriter(IReadOnlyList<UnloadColumn> columns, ObjectLocation destination, UnloadOptions options)
    {
        var partitionColumns = UnloadColumnRules.FindPartitionColumns(columns, options);
        if (partitionColumns.Count == 0)
        {
            return new SliceWriter(store, UnloadColumnRules.CreateFormat(columns, options), options, destination);
        }

        List<UnloadColumn> written = [.. columns.Where((_, i) => options.KeepsPartitionColumns || !partitionColumns.Contains(i))];
        return new PartitionWriter(store, UnloadColumnRules.CreateFormat(written, options), options, destination, partitionColumns);
    }

    private async Task PrepareDestinationAsync(ObjectLocation destination, UnloadOptions options, CancellationToken cancellationToken)
    {
        var existing = await store.ListAsync(destination, cancellationToken).ConfigureAwait(false);
        if (existing.Count == 0 || options.Overwrites)
        {
            return;
        }

        if (!options.CleansPath)
        {
            throw EngineError.Create(
                "Specified unload destination on S3 is not empty. Consider using a different bucket / prefix, manually removing the target "
                + "files in S3, or using the ALLOWOVERWRITE option.",
                8001,
                "");
        }

        // With PARTITION BY only the partitions that get new files are cleaned.
        if (options.PartitionColumns.Count == 0)
        {
            foreach (var old in existing)
            {
                await store.DeleteAsync(old.Location, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/PG_LAST_UNLOAD_COUNT.html and PG_LAST_UNLOAD_ID
    private static async Task SetSessionAsync(IBackend backend, long rows, long queryId, CancellationToken cancellationToken)
        => await backend.QueryAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                 SELECT pg_catalog.set_config('redshift.last_unload_count', '{rows}', false),
                        pg_catalog.set_config('redshift.last_unload_id', '{queryId}', false),
                        pg_catalog.set_config('redshift.last_query_id', '{queryId}', false)
                 """),
            cancellationToken).ConfigureAwait(false);
}
