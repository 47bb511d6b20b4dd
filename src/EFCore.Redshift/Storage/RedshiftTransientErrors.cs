using System.Net.Sockets;
using Npgsql;

namespace EFCore.Redshift.Storage;

/// <summary>Tells errors that go away when the whole unit of work is repeated.</summary>
internal static class RedshiftTransientErrors
{
    // Redshift's own numbers, at the start of the message: a serialization conflict, and a table made after the snapshot was taken.
    // https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html
    private static readonly string[] TransientCodes = ["1023", "1018"];

    public static bool IsTransient(Exception? exception)
        => exception switch
        {
            null or RedshiftCommitUnknownException => false,
            PostgresException server => IsTransient(server),
            // The command's own time limit: to wait again rarely helps, and the statement may still be running.
            NpgsqlException { InnerException: TimeoutException { Message: "Timeout during reading attempt" } } => false,
            NpgsqlException { IsTransient: true } or SocketException or TimeoutException => true,
            AggregateException aggregate => aggregate.InnerExceptions.Any(IsTransient),
            _ => IsTransient(exception.InnerException)
        };

    private static bool IsTransient(PostgresException exception)
        => exception.SqlState switch
        {
            // serialization_failure, deadlock_detected, too_many_connections, admin_shutdown, cannot_connect_now
            "40001" or "40P01" or "53300" or "57P01" or "57P03" => true,
            // connection_exception
            ['0', '8', ..] => true,
            // internal_error is what Redshift sends for conflicts, and also for all that it does not support.
            "XX000" => TransientCodes.Any(code => StartsWithCode(exception.MessageText, code))
                || $"{exception.MessageText} {exception.Detail}".Contains(
                    "serializable isolation violation", StringComparison.OrdinalIgnoreCase),
            _ => false
        };

    private static bool StartsWithCode(string message, string code)
        => message.StartsWith(code, StringComparison.Ordinal)
            && (message.Length == code.Length || !char.IsAsciiDigit(message[code.Length]));
}
