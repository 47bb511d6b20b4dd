using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EFCore.Redshift.Storage;

/// <summary>
///     Where failures are repeated, a write of the application runs in a transaction. A statement that commits itself must not be repeated
///     when its answer is lost; in a transaction nothing is done before COMMIT, and a COMMIT without an answer is never repeated.
/// </summary>
internal sealed class RedshiftCommand(
    RelationalCommandBuilderDependencies dependencies,
    string commandText,
    string logCommandText,
    IReadOnlyList<IRelationalParameter> parameters)
    : RelationalCommand(dependencies, commandText, logCommandText, parameters)
{
    // SQLSTATE active_sql_transaction: VACUUM and its like, which have done nothing yet when they are refused.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_VACUUM_command.html
    private const string CannotRunInTransaction = "25001";

    public override int ExecuteNonQuery(RelationalCommandParameterObject parameterObject)
    {
        if (!NeedsTransaction(parameterObject))
        {
            return base.ExecuteNonQuery(parameterObject);
        }

        try
        {
            using var transaction = parameterObject.Connection.BeginTransaction();
            var rows = base.ExecuteNonQuery(parameterObject);
            transaction.Commit();

            return rows;
        }
        catch (PostgresException e) when (e.SqlState == CannotRunInTransaction)
        {
            return base.ExecuteNonQuery(parameterObject);
        }
    }

    public override async Task<int> ExecuteNonQueryAsync(
        RelationalCommandParameterObject parameterObject,
        CancellationToken cancellationToken = default)
    {
        if (!NeedsTransaction(parameterObject))
        {
            return await base.ExecuteNonQueryAsync(parameterObject, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var transaction = await parameterObject.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var rows = await base.ExecuteNonQueryAsync(parameterObject, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);

                return rows;
            }
        }
        catch (PostgresException e) when (e.SqlState == CannotRunInTransaction)
        {
            return await base.ExecuteNonQueryAsync(parameterObject, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool NeedsTransaction(RelationalCommandParameterObject parameterObject)
        => parameterObject.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw
            && !parameterObject.Connection.IsInTransaction()
            && parameterObject.Context.RetriesOnFailure();
}
