namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>Where a query under test reads: the server's tables, or the same seed in memory.</summary>
public interface IQuerySource
{
    IQueryable<T> Rows<T>()
        where T : class;
}
