namespace EFCore.Redshift.Emulator.Sql;

/// <summary>An error that the emulated server answers with, in the fields of PostgreSQL's ErrorResponse message.</summary>
internal sealed class RedshiftErrorException(string sqlState, string message, string? detail = null, string? hint = null, int? position = null)
    : Exception(message)
{
    /// <summary>The five characters of the SQLSTATE.</summary>
    public string SqlState { get; } = sqlState;

    public string? Detail { get; } = detail;

    public string? Hint { get; } = hint;

    /// <summary>Where in the client's text the error is, counted in characters from 1.</summary>
    public int? Position { get; } = position;
}
