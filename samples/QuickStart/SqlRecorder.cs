using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QuickStart;

/// <summary>Keeps the texts of the commands that EF sends, so that they can be shown and counted.</summary>
internal sealed class SqlRecorder : DbCommandInterceptor
{
    private readonly List<string> _commands = [];

    /// <summary>The commands since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = _commands.ToArray();
        _commands.Clear();
        return taken;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _commands.Add(command.CommandText);
        return new ValueTask<InterceptionResult<DbDataReader>>(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _commands.Add(command.CommandText);
        return new ValueTask<InterceptionResult<int>>(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        _commands.Add(command.CommandText);
        return new ValueTask<InterceptionResult<object>>(result);
    }
}
