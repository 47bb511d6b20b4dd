using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftParameterBasedSqlProcessorFactory(RelationalParameterBasedSqlProcessorDependencies dependencies)
    : IRelationalParameterBasedSqlProcessorFactory
{
    public RelationalParameterBasedSqlProcessor Create(RelationalParameterBasedSqlProcessorParameters parameters)
        => new RedshiftParameterBasedSqlProcessor(dependencies, parameters);
}
