using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>Keeps the text of each command a context sends.</summary>
public sealed class SqlLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = new();

    public IReadOnlyList<string> Statements
        => [.. _statements];

    public void Clear()
        => _statements.Clear();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        _statements.Enqueue(result.CommandText.ReplaceLineEndings("\n"));

        return base.CommandInitialized(eventData, result);
    }
}
