using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftQueryTranslationPostprocessor(
    QueryTranslationPostprocessorDependencies dependencies,
    RelationalQueryTranslationPostprocessorDependencies relationalDependencies,
    RelationalQueryCompilationContext queryCompilationContext)
    : NpgsqlQueryTranslationPostprocessor(dependencies, relationalDependencies, queryCompilationContext)
{
    public override Expression Process(Expression query)
    {
        query = base.Process(query);
        query = new RedshiftDecorrelatingExpressionVisitor(
                RelationalDependencies.SqlExpressionFactory,
                RelationalDependencies.TypeMappingSource,
                RelationalOptionsExtension.Extract(RelationalQueryCompilationContext.ContextOptions).UseRelationalNulls)
            .Process(query);
        query = new RedshiftSetOperationTypingExpressionVisitor().Visit(query);
        query = new RedshiftConstantLimitExpressionVisitor().Visit(query);

        new RedshiftQueryValidator().Visit(query);
        query = new RedshiftBytesReadingExpressionVisitor(RelationalDependencies.SqlExpressionFactory).Visit(query);

        return query;
    }
}
