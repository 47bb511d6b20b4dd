using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftParameterBasedSqlProcessor(
    RelationalParameterBasedSqlProcessorDependencies dependencies,
    RelationalParameterBasedSqlProcessorParameters parameters) : NpgsqlParameterBasedSqlProcessor(dependencies, parameters)
{
    public override Expression Process(Expression queryExpression, ParametersCacheDecorator parametersDecorator)
        => new RedshiftBooleanValueConvertingExpressionVisitor(Dependencies.SqlExpressionFactory, Parameters.UseRelationalNulls)
            .Visit(
                new RedshiftNullSafeCorrelationExpressionVisitor(Dependencies.SqlExpressionFactory)
                    .Visit(base.Process(queryExpression, parametersDecorator)));

    protected override Expression ProcessSqlNullability(Expression selectExpression, ParametersCacheDecorator parametersDecorator)
        => new RedshiftSqlNullabilityProcessor(Dependencies, Parameters).Process(selectExpression, parametersDecorator);
}
