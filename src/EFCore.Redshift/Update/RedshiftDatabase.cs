using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

// Batches are made one by one while they are sent; what must be known of all entities before the first statement is looked at here.
internal sealed class RedshiftDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relationalDependencies)
    : RelationalDatabase(dependencies, relationalDependencies)
{
    public override int SaveChanges(IList<IUpdateEntry> entries)
    {
        ValueLimits.Check(entries);
        return base.SaveChanges(entries);
    }

    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        ValueLimits.Check(entries);
        return base.SaveChangesAsync(entries, cancellationToken);
    }
}
