namespace EFCore.Redshift.Storage;

/// <summary>The connection was lost while a transaction was committing: nobody knows whether it was committed.</summary>
/// <remarks>
///     Never retried: repeating the work could apply it twice. Look for the rows, then decide.
///     https://learn.microsoft.com/ef/core/miscellaneous/connection-resiliency#transaction-commit-failure-and-the-idempotency-issue
/// </remarks>
public sealed class RedshiftCommitUnknownException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RedshiftCommitUnknownException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    public RedshiftCommitUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">How the connection was lost.</param>
    public RedshiftCommitUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
