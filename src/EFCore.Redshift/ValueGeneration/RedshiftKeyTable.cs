using System.Globalization;
using System.Transactions;
using EFCore.Redshift.Metadata;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.ValueGeneration;

/// <summary>A small table that hands out blocks of keys in place of the sequences that Redshift lacks.</summary>
/// <remarks>
///     A block is taken in a short transaction of its own, on a connection of its own, so that nobody waits for the application's. The table
///     is locked before it is read, because a transaction's snapshot is taken by its first read: without the lock two sessions would read the
///     same value. https://docs.aws.amazon.com/redshift/latest/dg/r_LOCK.html
/// </remarks>
internal sealed class RedshiftKeyTable(ICurrentDbContext currentContext, IRelationalConnection connection, ISqlGenerationHelper helper, KeyBlocks blocks)
{
    private const string TableName = "ef_sequences";
    private const string UndefinedTable = "42P01";

    // A conflict with another session's block; each round, one of the sessions gets through.
    private const int MaxAttempts = 20;

    private string Table
        => helper.DelimitIdentifier(TableName, currentContext.Context.Model.GetDefaultSchema());

    public RedshiftSequence Find(string name)
        => currentContext.Context.Model.FindRedshiftSequence(name)
            ?? throw new InvalidOperationException(RedshiftStrings.UnknownSequence(name));

    public long Next(RedshiftSequence sequence)
        => Block(sequence).Next(() => TakeBlockAsync(sequence, async: false, CancellationToken.None).GetAwaiter().GetResult());

    public ValueTask<long> NextAsync(RedshiftSequence sequence, CancellationToken cancellationToken)
        => Block(sequence).NextAsync(token => TakeBlockAsync(sequence, async: true, token), cancellationToken);

    /// <summary>The statements that make the table and put the model's sequences into it, one by one; harmless when they are there.</summary>
    public IReadOnlyList<string> CreateScript()
        =>
        [
            $"CREATE TABLE IF NOT EXISTS {Table} (\"name\" varchar(127) NOT NULL, \"next_value\" bigint NOT NULL, PRIMARY KEY (\"name\")) DISTSTYLE ALL",
            .. currentContext.Context.GetService<IDesignTimeModel>().Model.GetRedshiftSequences().Select(sequence => string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO {Table} ("name", "next_value")
                SELECT {RedshiftLiteral.Text(sequence.Name)}, {sequence.StartsAt}
                WHERE NOT EXISTS (SELECT 1 FROM {Table} WHERE "name" = {RedshiftLiteral.Text(sequence.Name)})
                """))
        ];

    private KeyBlock Block(RedshiftSequence sequence)
        => blocks.Get(connection.DbConnection.DataSource, connection.DbConnection.Database, Table, sequence);

    private async Task<(long First, int Count)> TakeBlockAsync(RedshiftSequence sequence, bool async, CancellationToken cancellationToken)
    {
        // An ambient transaction would hold the lock until it ends.
        using var suppressed = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        for (var attempt = 1; ; attempt++)
        {
            var own = (NpgsqlConnection)((ICloneable)connection.DbConnection).Clone();
            await using (own.ConfigureAwait(false))
            {
                try
                {
                    return await TakeBlockAsync(own, sequence, async, cancellationToken).ConfigureAwait(false);
                }
                catch (PostgresException exception) when (exception.SqlState == UndefinedTable)
                {
                    throw new InvalidOperationException(RedshiftStrings.SequenceNotCreated(sequence.Name), exception);
                }
                catch (NpgsqlException exception) when (attempt < MaxAttempts && RedshiftTransientErrors.IsTransient(exception))
                {
                    // Whether a lost COMMIT came through does not matter: the block is left unused, and another one is taken.
                }
            }
        }
    }

    private async Task<(long First, int Count)> TakeBlockAsync(
        NpgsqlConnection own,
        RedshiftSequence sequence,
        bool async,
        CancellationToken cancellationToken)
    {
        if (async)
        {
            await own.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            own.Open();
        }

        var transaction = async ? await own.BeginTransactionAsync(cancellationToken).ConfigureAwait(false) : own.BeginTransaction();
        await using (transaction.ConfigureAwait(false))
        {
            await ExecuteAsync($"LOCK {Table}").ConfigureAwait(false);
            var first = await ExecuteAsync($"SELECT \"next_value\" FROM {Table} WHERE \"name\" = $1", Name()).ConfigureAwait(false) is long value
                ? value
                : throw new InvalidOperationException(RedshiftStrings.SequenceNotCreated(sequence.Name));

            await ExecuteAsync(
                $"UPDATE {Table} SET \"next_value\" = $1 WHERE \"name\" = $2",
                new NpgsqlParameter<long> { TypedValue = AfterBlock(sequence, first), NpgsqlDbType = NpgsqlDbType.Bigint },
                Name()).ConfigureAwait(false);

            if (async)
            {
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                transaction.Commit();
            }

            return (first, sequence.BlockSize);
        }

        NpgsqlParameter Name()
            => new NpgsqlParameter<string> { TypedValue = sequence.Name, NpgsqlDbType = NpgsqlDbType.Varchar };

        async Task<object?> ExecuteAsync(string sql, params NpgsqlParameter[] parameters)
        {
            var command = new NpgsqlCommand(sql, own);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddRange(parameters);
                return async ? await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteScalar();
            }
        }
    }

    private static long AfterBlock(RedshiftSequence sequence, long first)
    {
        try
        {
            return checked(first + (sequence.BlockSize * sequence.IncrementsBy));
        }
        catch (OverflowException exception)
        {
            throw new InvalidOperationException(RedshiftStrings.SequenceExhausted(sequence.Name), exception);
        }
    }
}
