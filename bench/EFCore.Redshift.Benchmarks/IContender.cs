namespace EFCore.Redshift.Benchmarks;

/// <summary>One of two ways of doing the same work.</summary>
internal interface IContender
{
    /// <summary>Brings tables and objects into the state that the work starts from, and returns the work: only that is measured.</summary>
    Task<Func<Task>> PrepareAsync();
}
