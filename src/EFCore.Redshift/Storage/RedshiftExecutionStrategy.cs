using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage;

/// <summary>Repeats a unit of work when an error is one that goes away: a serialization conflict, a lost connection, a full cluster.</summary>
/// <remarks>
///     <c>EnableRetryOnFailure</c> sets it. A transaction that the application begins is repeated as a whole only inside
///     <c>Database.CreateExecutionStrategy().Execute(...)</c>. https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html
/// </remarks>
/// <param name="dependencies">What EF gives to an execution strategy.</param>
/// <param name="maxRetryCount">How often the work is repeated at most.</param>
/// <param name="maxRetryDelay">The longest wait before a repetition; waits grow up to it.</param>
public sealed class RedshiftExecutionStrategy(ExecutionStrategyDependencies dependencies, int maxRetryCount, TimeSpan maxRetryDelay)
    : ExecutionStrategy(dependencies, maxRetryCount, maxRetryDelay)
{
    /// <inheritdoc />
    protected override bool ShouldRetryOn(Exception exception)
        => RedshiftTransientErrors.IsTransient(exception);
}
