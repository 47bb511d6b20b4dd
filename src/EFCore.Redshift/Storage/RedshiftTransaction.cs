using System.Data.Common;
using System.Net.Sockets;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EFCore.Redshift.Storage;

internal sealed class RedshiftTransaction(
    IRelationalConnection connection,
    DbTransaction transaction,
    Guid transactionId,
    IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger,
    bool transactionOwned,
    ISqlGenerationHelper sqlGenerationHelper)
    : RelationalTransaction(connection, transaction, transactionId, logger, transactionOwned, sqlGenerationHelper)
{
    // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    public override bool SupportsSavepoints
        => false;

    public override void Commit()
    {
        try
        {
            base.Commit();
        }
        catch (Exception e) when (AnswerWasLost(e))
        {
            throw new RedshiftCommitUnknownException(RedshiftStrings.CommitUnknown, e);
        }
    }

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await base.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (AnswerWasLost(e))
        {
            throw new RedshiftCommitUnknownException(RedshiftStrings.CommitUnknown, e);
        }
    }

    /// <summary>Whether it is open if what was sent has been done: not when the server reports an error, unless that it is going away.</summary>
    public static bool AnswerWasLost(Exception exception)
        => exception is PostgresException server
            ? server.SqlState.StartsWith("57P", StringComparison.Ordinal)
            : exception is NpgsqlException or IOException or SocketException or OperationCanceledException;
}
