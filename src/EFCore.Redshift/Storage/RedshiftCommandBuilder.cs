using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage;

internal sealed class RedshiftCommandBuilder(RelationalCommandBuilderDependencies dependencies) : RelationalCommandBuilder(dependencies)
{
    private readonly RelationalCommandBuilderDependencies _dependencies = dependencies;

    public override IRelationalCommand Build()
    {
        // The text for logs, without sensitive constants, is known to EF's own command only.
        var command = base.Build();

        return new RedshiftCommand(_dependencies, command.CommandText, command.LogCommandText, Parameters);
    }
}
