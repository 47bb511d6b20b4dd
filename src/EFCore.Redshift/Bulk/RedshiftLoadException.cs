namespace EFCore.Redshift.Bulk;

/// <summary>A COPY or UNLOAD failed.</summary>
public sealed class RedshiftLoadException : Exception
{
    internal RedshiftLoadException(
        string message,
        string? sqlState,
        IReadOnlyList<RedshiftLoadError> errors,
        string? errorQuery,
        Exception? innerException)
        : base(message, innerException)
    {
        SqlState = sqlState;
        Errors = errors;
        ErrorQuery = errorQuery;
    }

    /// <summary>The lines that could not be loaded, as far as the server named them. The first are the last to have failed.</summary>
    public IReadOnlyList<RedshiftLoadError> Errors { get; }

    /// <summary>The query that shows the lines that could not be loaded; null where the failure has another reason.</summary>
    public string? ErrorQuery { get; }

    /// <summary>The server's error code.</summary>
    public string? SqlState { get; }
}
