using System.Globalization;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator;

/// <summary>
///     What the emulator is to do wrong, so that tests can see what a program makes of it. Those of <see cref="RedshiftEmulator.Faults" />
///     concern whichever session comes first; a session asks for its own by <c>SET emulator.…</c>:
///     <list type="bullet">
///         <item><c>emulator.next_commit</c> to <c>conflict</c>, <c>cut_before</c>, <c>cut_after</c> or <c>none</c></item>
///         <item><c>emulator.statement_delay</c> and <c>emulator.round_trip_delay</c> to a number of milliseconds</item>
///         <item><c>emulator.fail_statement</c> to a number: 1 is the next statement, 0 is none</item>
///     </list>
///     A commit is a COMMIT, or a statement outside of a transaction block that changes something. Safe for several threads.
/// </summary>
public sealed class RedshiftFaults
{
    private const string Prefix = "emulator.";

    private readonly Lock _lock = new();
    private CommitFault _nextCommit;
    private int _statementsToFailure;
    private RedshiftErrorException? _failure;
    private TimeSpan _statementDelay;
    private TimeSpan _roundTripDelay;

    internal RedshiftFaults()
    {
    }

    /// <summary>How long the server waits before it executes a statement. Zero by default.</summary>
    public TimeSpan StatementDelay
    {
        get => Read(ref _statementDelay);
        set => Write(ref _statementDelay, value);
    }

    /// <summary>How long the server waits before it answers what a client waits for, as a slow network does. Zero by default.</summary>
    public TimeSpan RoundTripDelay
    {
        get => Read(ref _roundTripDelay);
        set => Write(ref _roundTripDelay, value);
    }

    /// <summary>The next commit fails with the serialization error, SQLSTATE XX000 and message 1023, and its transaction is rolled back.</summary>
    public void ConflictOnNextCommit()
        => Write(ref _nextCommit, CommitFault.Conflict);

    /// <summary>The connection is cut when the next commit arrives; nothing is committed.</summary>
    public void CutBeforeNextCommit()
        => Write(ref _nextCommit, CommitFault.CutBefore);

    /// <summary>The connection is cut when the server has done the next commit, before the client hears of it.</summary>
    public void CutAfterNextCommit()
        => Write(ref _nextCommit, CommitFault.CutAfter);

    /// <summary>One of the next statements fails.</summary>
    /// <param name="number">Which: 1 is the next one.</param>
    /// <param name="sqlState">The SQLSTATE of the error, five characters.</param>
    /// <param name="message">The message of the error.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number" /> is less than 1.</exception>
    public void FailStatement(int number, string sqlState = "XX000", string message = "A failure that was asked for.")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        lock (_lock)
        {
            _statementsToFailure = number;
            _failure = new RedshiftErrorException(sqlState, message);
        }
    }

    /// <summary>Everything is done right again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _nextCommit = CommitFault.None;
            _statementsToFailure = 0;
            _statementDelay = _roundTripDelay = TimeSpan.Zero;
        }
    }

    /// <summary>The fault of the commit that is about to happen, which is then used up.</summary>
    internal CommitFault TakeCommitFault()
    {
        lock (_lock)
        {
            var fault = _nextCommit;
            _nextCommit = CommitFault.None;
            return fault;
        }
    }

    /// <summary>Counts a statement that is about to be executed; the error if it is the one to fail.</summary>
    internal RedshiftErrorException? CountStatement()
    {
        lock (_lock)
        {
            return _statementsToFailure > 0 && --_statementsToFailure == 0 ? _failure : null;
        }
    }

    /// <summary>Does what a <c>SET emulator.…</c> says.</summary>
    internal void Apply(SetStatement set)
    {
        if (!set.Name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return;
        }

        var value = set.Values is [var only] ? TextOf(only) : "";
        switch (set.Name[Prefix.Length..])
        {
            case "next_commit":
                Write(
                    ref _nextCommit,
                    value switch
                    {
                        "conflict" => CommitFault.Conflict,
                        "cut_before" => CommitFault.CutBefore,
                        "cut_after" => CommitFault.CutAfter,
                        "none" => CommitFault.None,
                        _ => throw Invalid(set.Name, value),
                    });
                break;
            case "statement_delay":
                StatementDelay = TimeSpan.FromMilliseconds(Number(set.Name, value));
                break;
            case "round_trip_delay":
                RoundTripDelay = TimeSpan.FromMilliseconds(Number(set.Name, value));
                break;
            case "fail_statement" when Number(set.Name, value) is var number and > 0:
                FailStatement(number);
                break;
            case "fail_statement":
                Write(ref _statementsToFailure, 0);
                break;
            default:
                throw new RedshiftErrorException("42704", $"unrecognized configuration parameter \"{set.Name}\"");
        }
    }

    private static string TextOf(Expression value)
        => value switch
        {
            StringLiteral literal => literal.Value,
            NumericLiteral literal => literal.Text,
            _ => "",
        };

    private static int Number(string name, string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid(name, value);

    private static RedshiftErrorException Invalid(string name, string value)
        => new("22023", $"invalid value for parameter \"{name}\": \"{value}\"");

    private T Read<T>(ref T field)
    {
        lock (_lock)
        {
            return field;
        }
    }

    private void Write<T>(ref T field, T value)
    {
        lock (_lock)
        {
            field = value;
        }
    }
}
