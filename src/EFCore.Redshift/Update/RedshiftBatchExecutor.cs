using EFCore.Redshift.Diagnostics;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.EntityFrameworkCore.Update.Internal;

namespace EFCore.Redshift.Update;

// In a transaction that the application began, EF goes back to a savepoint when SaveChanges fails. Redshift has none, so this one warns.
// https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
internal sealed class RedshiftBatchExecutor(ICurrentDbContext currentContext, IDiagnosticsLogger<DbLoggerCategory.Update> updateLogger)
    : BatchExecutor(currentContext, updateLogger)
{
    public override int Execute(IEnumerable<ModificationCommandBatch> commandBatches, IRelationalConnection connection)
    {
        var isForeign = connection.IsInTransaction();
        try
        {
            return base.Execute(commandBatches, connection);
        }
        catch (Exception e) when (isForeign)
        {
            UpdateLogger.SaveChangesFailedInTransaction(CurrentContext.Context, e);
            throw;
        }
    }

    public override async Task<int> ExecuteAsync(
        IEnumerable<ModificationCommandBatch> commandBatches,
        IRelationalConnection connection,
        CancellationToken cancellationToken = default)
    {
        var isForeign = connection.IsInTransaction();
        try
        {
            return await base.ExecuteAsync(commandBatches, connection, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (isForeign)
        {
            UpdateLogger.SaveChangesFailedInTransaction(CurrentContext.Context, e);
            throw;
        }
    }
}
