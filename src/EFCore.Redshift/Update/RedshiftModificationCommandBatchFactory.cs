using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

internal sealed class RedshiftModificationCommandBatchFactory(ModificationCommandBatchFactoryDependencies dependencies, IDbContextOptions options)
    : IModificationCommandBatchFactory
{
    // What EF's own SQL Server provider uses; a statement of this many rows costs Redshift little more than one of a single row.
    private const int DefaultMaxBatchSize = 1000;

    private readonly int _maxBatchSize
        = options.Extensions.OfType<RelationalOptionsExtension>().FirstOrDefault()?.MaxBatchSize ?? DefaultMaxBatchSize;

    public ModificationCommandBatch Create()
        => new RedshiftModificationCommandBatch(dependencies, _maxBatchSize);
}
