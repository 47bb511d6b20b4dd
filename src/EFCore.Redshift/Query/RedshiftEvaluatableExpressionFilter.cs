using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftEvaluatableExpressionFilter(
    EvaluatableExpressionFilterDependencies dependencies,
    RelationalEvaluatableExpressionFilterDependencies relationalDependencies,
    INpgsqlSingletonOptions singletonOptions)
    : NpgsqlEvaluatableExpressionFilter(dependencies, relationalDependencies, singletonOptions)
{
    // Our functions exist on the server only, so a call with nothing but constants must get there as well.
    public override bool IsEvaluatableExpression(Expression expression, IModel model)
        => (expression is not MethodCallExpression call || call.Method.DeclaringType != typeof(RedshiftDbFunctionsExtensions))
            && base.IsEvaluatableExpression(expression, model);
}
