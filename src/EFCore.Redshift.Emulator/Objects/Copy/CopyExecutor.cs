using System.Globalization;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Executes COPY: reads the files and hands the rows to PostgreSQL, in the client's transaction.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html</remarks>
internal sealed class CopyExecutor(IObjectStore store, ITransferHistory history)
{
    public async Task<EmulatedStatementResult> ExecuteAsync(
        CopyStatement statement, long queryId, EmulatedStatementContext context, CancellationToken cancellationToken)
    {
        var parameters = new TransferOptions(statement.Options);
        TransferAuthorizationCheck.Check(statement.Authorization, parameters);
        var options = new CopyOptions(parameters);

        var table = await TargetTableReader.ReadAsync(statement.Table, context.Database, context.Backend, cancellationToken).ConfigureAwait(false);
        var targets = TargetTableReader.ChooseColumns(table, statement.Columns, options.HasExplicitIds);
        List<LoadColumn> columns = [.. targets.Select(t => LoadColumn.Create(t, options))];

        var files = await SourceFiles.FindAsync(statement.Source.Value, options.IsManifest, store, cancellationToken).ConfigureAwait(false);
        var reader = await RecordReaderFactory.CreateAsync(options, columns, store, cancellationToken).ConfigureAwait(false);

        var run = new LoadRun(
            context.Database,
            context.User,
            context.ProcessId,
            queryId,
            table,
            statement.Source.Value,
            options.FormatName,
            DateTime.SpecifyKind(DateTime.UtcNow, DateTimeKind.Unspecified));
        var errors = new LoadErrorLog(options.ErrorLimit, (batch, token) => history.WriteErrorsAsync(run, batch, token));
        var loader = new FileLoader(store, reader, columns, options, errors);

        try
        {
            if (options.OnlyChecks)
            {
                await LoadFilesAsync(loader, files, errors, Stream.Null, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await context.Backend.CopyInAsync(
                    CreateCopy(table, targets),
                    (target, token) => LoadFilesAsync(loader, files, errors, target, token),
                    cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is LoadFailedException or RedshiftErrorException)
        {
            await WriteHistoryAsync(isCompleted: false).ConfigureAwait(false);
            if (exception is RedshiftErrorException)
            {
                throw;
            }

            throw new RedshiftErrorException(
                "XX000", $"Load into table '{table.Name}' failed.  Check 'stl_load_errors' system table for details.");
        }

        await WriteHistoryAsync(isCompleted: true).ConfigureAwait(false);
        var rows = options.OnlyChecks ? 0 : loader.Rows;
        await SetSessionAsync(context.Backend, rows, queryId, cancellationToken).ConfigureAwait(false);
        return new EmulatedStatementResult("COPY", CreateInfos(table.Name, rows, errors.Count, loader.RepairedRows));

        Task WriteHistoryAsync(bool isCompleted)
            => history.WriteLoadAsync(
                run,
                new LoadResult(isCompleted, isCompleted && !options.OnlyChecks ? loader.Rows : 0, loader.Bytes, loader.Files, files.Count, errors.Count)
                {
                    Replacements = loader.Replacements
                },
                cancellationToken);
    }

    private static async Task LoadFilesAsync(
        FileLoader loader, IReadOnlyList<StoredObject> files, LoadErrorLog errors, Stream target, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await loader.LoadAsync(file, target, cancellationToken).ConfigureAwait(false);
        }

        await errors.FlushAsync(isLast: true, cancellationToken).ConfigureAwait(false);
    }

    private static string CreateCopy(TargetTable table, IReadOnlyList<TargetColumn> columns)
        => $"COPY {SqlText.Identifier(table.Schema)}.{SqlText.Identifier(table.Name)} "
            + $"({string.Join(", ", columns.Select(c => SqlText.Identifier(c.Name)))}) FROM STDIN (FORMAT text, ENCODING 'UTF8')";

    // https://docs.aws.amazon.com/redshift/latest/dg/PG_LAST_COPY_COUNT.html and PG_LAST_COPY_ID
    private static async Task SetSessionAsync(IBackend backend, long rows, long queryId, CancellationToken cancellationToken)
        => await backend.QueryAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                 SELECT pg_catalog.set_config('redshift.last_copy_count', '{rows}', false),
                        pg_catalog.set_config('redshift.last_copy_id', '{queryId}', false),
                        pg_catalog.set_config('redshift.last_query_id', '{queryId}', false)
                 """),
            cancellationToken).ConfigureAwait(false);

    private static List<string> CreateInfos(string table, long rows, int errors, long repaired)
    {
        var infos = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"Load into table '{table}' completed, {rows} record(s) loaded successfully.")
        };
        if (errors > 0)
        {
            infos.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Load into table '{table}' completed, {errors} record(s) could not be loaded.  "
                    + $"Check 'stl_load_errors' system table for details."));
        }

        if (repaired > 0)
        {
            infos.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Load into table '{table}' completed, {repaired} record(s) were loaded with replacements made for ACCEPTINVCHARS.  "
                    + $"Check 'stl_replacements' system table for details."));
        }

        return infos;
    }
}
