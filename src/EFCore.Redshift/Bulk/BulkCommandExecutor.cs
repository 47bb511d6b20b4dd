using System.Globalization;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EFCore.Redshift.Bulk;

/// <summary>Sends a COPY or UNLOAD on the context's connection, as ExecuteSqlRaw would, but logs the text without its secrets.</summary>
internal sealed class BulkCommandExecutor(DatabaseFacade database, bool async, CancellationToken cancellationToken)
{
    private readonly DbContext _context = ((IDatabaseFacadeDependenciesAccessor)database).Context;

    private readonly IRelationalDatabaseFacadeDependencies _dependencies
        = ((IDatabaseFacadeDependenciesAccessor)database).Dependencies as IRelationalDatabaseFacadeDependencies
            ?? throw new InvalidOperationException(RelationalStrings.RelationalNotInUse);

    private readonly RelationalCommandBuilderDependencies _commandDependencies
        = ((IDatabaseFacadeDependenciesAccessor)database).Context.GetService<RelationalCommandBuilderDependencies>();

    /// <summary>Sends the command, and then asks how many rows it has moved.</summary>
    /// <param name="command">The COPY or UNLOAD.</param>
    /// <param name="countFunction">The function of the session that knows the count.</param>
    public async Task<long> ExecuteAsync(BulkCommandText command, string countFunction)
    {
        var connection = _dependencies.RelationalConnection;
        using var criticalSection = _dependencies.ConcurrencyDetector.EnterCriticalSection();

        // The count belongs to the session, so the connection stays open until it is read.
        _ = async ? await connection.OpenAsync(cancellationToken).ConfigureAwait(false) : connection.Open();
        var processId = ((NpgsqlConnection)connection.DbConnection).ProcessID;
        try
        {
            var relationalCommand = new RelationalCommand(_commandDependencies, command.Text, command.Printable, []);
            _ = async
                ? await relationalCommand.ExecuteNonQueryAsync(Parameters(), cancellationToken).ConfigureAwait(false)
                : relationalCommand.ExecuteNonQuery(Parameters());

            var count = _dependencies.RawSqlCommandBuilder.Build($"SELECT {countFunction}()");
            return Convert.ToInt64(
                async ? await count.ExecuteScalarAsync(Parameters(), cancellationToken).ConfigureAwait(false) : count.ExecuteScalar(Parameters()),
                CultureInfo.InvariantCulture);
        }
        catch (PostgresException exception)
        {
            throw await ExplainAsync(command, exception, processId).ConfigureAwait(false);
        }
        finally
        {
            _ = async ? await connection.CloseAsync().ConfigureAwait(false) : connection.Close();
        }
    }

    // The driver's exception leads to the statement's text, so it is left out where the text holds a key.
    private async Task<RedshiftLoadException> ExplainAsync(BulkCommandText command, PostgresException exception, int processId)
    {
        var inner = command.HoldsSecrets ? null : exception;
        var message = command.Hide(exception.MessageText);
        if (!LoadErrorReader.IsLoadFailure(exception))
        {
            return new RedshiftLoadException(message, exception.SqlState, [], null, inner);
        }

        var reader = new LoadErrorReader((NpgsqlConnection)_dependencies.RelationalConnection.DbConnection, processId, async, cancellationToken);
        var errors = await reader.ReadAsync().ConfigureAwait(false);
        return new RedshiftLoadException(
            RedshiftStrings.LoadFailed(message, errors, reader.Query), exception.SqlState, errors, reader.Query, inner);
    }

    private RelationalCommandParameterObject Parameters()
        => new(_dependencies.RelationalConnection, null, null, _context, _dependencies.CommandLogger, CommandSource.ExecuteSqlRaw);
}
