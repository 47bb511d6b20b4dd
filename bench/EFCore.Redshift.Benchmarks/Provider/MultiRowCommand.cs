using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>What a careful programmer writes in SaveChanges' place: a thousand rows a command, in one transaction.</summary>
internal static class MultiRowCommand
{
    private const int RowsPerCommand = 1_000;

    /// <summary>Sends commands of which the list of rows <c>($1, …), …</c> is the middle.</summary>
    public static async Task ExecuteAsync<TRow>(
        DbContext context,
        string before,
        string after,
        IReadOnlyList<TRow> rows,
        Func<TRow, NpgsqlParameter[]> values)
    {
        await using var connection = new NpgsqlConnection(context.Database.GetConnectionString());
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var chunk in rows.Chunk(RowsPerCommand))
        {
            await using var command = connection.CreateCommand();
            var text = new StringBuilder(before);
            foreach (var row in chunk)
            {
                text.Append(command.Parameters.Count == 0 ? "(" : ", (");
                var separator = "$";
                foreach (var parameter in values(row))
                {
                    command.Parameters.Add(parameter);
                    text.Append(separator).Append(command.Parameters.Count);
                    separator = ", $";
                }

                text.Append(')');
            }

#pragma warning disable CA2100 // The texts around the placeholders are constants of this project.
            command.CommandText = text.Append(after).ToString();
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
