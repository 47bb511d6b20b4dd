using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage;

internal sealed class RedshiftCommandBuilderFactory(RelationalCommandBuilderDependencies dependencies) : RelationalCommandBuilderFactory(dependencies)
{
    public override IRelationalCommandBuilder Create()
        => new RedshiftCommandBuilder(Dependencies);
}
