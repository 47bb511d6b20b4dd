using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage;

internal static class RelationalConnectionExtensions
{
    /// <summary>Whether what is sent now is part of a transaction that somebody began, be it an ambient one.</summary>
    public static bool IsInTransaction(this IRelationalConnection connection)
        => connection.CurrentTransaction is not null
            || connection is ITransactionEnlistmentManager { EnlistedTransaction: not null }
            || connection is ITransactionEnlistmentManager { CurrentAmbientTransaction: not null }
            || Transaction.Current is not null;

    /// <summary>Whether somebody repeats what fails now: the strategy that runs, or the one that the context would use.</summary>
    public static bool RetriesOnFailure(this DbContext? context)
        => (ExecutionStrategy.Current ?? context?.Database.CreateExecutionStrategy())?.RetriesOnFailure == true;
}
