using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Executes the statements that PostgreSQL does not have: COPY and UNLOAD.</summary>
internal interface IEmulatedStatementExecutor
{
    /// <summary>Executes the statement in the client's transaction.</summary>
    /// <exception cref="RedshiftErrorException">It fails, and with it the client's transaction.</exception>
    Task<EmulatedStatementResult> ExecuteAsync(TranslatedStatement statement, EmulatedStatementContext context, CancellationToken cancellationToken);
}
