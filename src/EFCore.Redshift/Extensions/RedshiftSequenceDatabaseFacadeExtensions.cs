using EFCore.Redshift.ValueGeneration;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Makes and asks the key table that stands in for the sequences that Redshift lacks.</summary>
public static class RedshiftSequenceDatabaseFacadeExtensions
{
    /// <summary>Makes the key table, and puts the sequences of the model into it that it does not hold yet.</summary>
    /// <param name="database">The context's database.</param>
    /// <exception cref="ArgumentNullException"><paramref name="database" /> is null.</exception>
    /// <remarks>
    ///     Call it once, from one session: two that run at the same time may both put a sequence into the table, for Redshift enforces no key.
    /// </remarks>
    public static void CreateRedshiftSequences(this DatabaseFacade database)
    {
        foreach (var statement in KeyTable(database).CreateScript())
        {
            database.ExecuteSqlRaw(statement);
        }
    }

    /// <summary>Makes the key table, and puts the sequences of the model into it that it does not hold yet.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="cancellationToken">Cancels the statement that is running.</param>
    /// <returns>A task for the work.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="database" /> is null.</exception>
    /// <remarks>
    ///     Call it once, from one session: two that run at the same time may both put a sequence into the table, for Redshift enforces no key.
    /// </remarks>
    public static async Task CreateRedshiftSequencesAsync(this DatabaseFacade database, CancellationToken cancellationToken = default)
    {
        foreach (var statement in KeyTable(database).CreateScript())
        {
            await database.ExecuteSqlRawAsync(statement, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The statements that <see cref="CreateRedshiftSequences" /> runs, for a script of one's own.</summary>
    /// <param name="database">The context's database.</param>
    /// <returns>The statements, each ended by a semicolon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="database" /> is null.</exception>
    public static string GenerateRedshiftSequencesScript(this DatabaseFacade database)
        => string.Concat(KeyTable(database).CreateScript().Select(statement => statement + ";\n"));

    /// <summary>Takes the next value of a sequence.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="sequence">The sequence's name in the model.</param>
    /// <returns>The value. No other session gets it.</returns>
    /// <exception cref="InvalidOperationException">The model or the key table has no such sequence, or it has no values left.</exception>
    public static long NextRedshiftSequenceValue(this DatabaseFacade database, string sequence)
    {
        var table = KeyTable(database);
        return table.Next(table.Find(sequence));
    }

    /// <summary>Takes the next value of a sequence.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="sequence">The sequence's name in the model.</param>
    /// <param name="cancellationToken">Cancels the taking of a new block of values.</param>
    /// <returns>The value. No other session gets it.</returns>
    /// <exception cref="InvalidOperationException">The model or the key table has no such sequence, or it has no values left.</exception>
    public static ValueTask<long> NextRedshiftSequenceValueAsync(
        this DatabaseFacade database,
        string sequence,
        CancellationToken cancellationToken = default)
    {
        var table = KeyTable(database);
        return table.NextAsync(table.Find(sequence), cancellationToken);
    }

    private static RedshiftKeyTable KeyTable(DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);

        return ((IDatabaseFacadeDependenciesAccessor)database).Context.GetService<RedshiftKeyTable>();
    }
}
