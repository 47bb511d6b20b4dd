using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftSqlNullabilityProcessor(
    RelationalParameterBasedSqlProcessorDependencies dependencies,
    RelationalParameterBasedSqlProcessorParameters parameters) : NpgsqlSqlNullabilityProcessor(dependencies, parameters)
{
    // A statement takes 32,767 parameters at most; a thousand stay for everything that is not in a list.
    private const int MaxListParameters = 32_767 - 1_000;

    private int _listParameters;

    protected override SqlExpression VisitIn(InExpression inExpression, bool allowOptimizedExpansion, out bool nullable)
        => base.VisitIn(WithConstantsWhereTooLong(inExpression), allowOptimizedExpansion, out nullable);

    protected override SqlExpression VisitCustomSqlExpression(
        SqlExpression sqlExpression,
        bool allowOptimizedExpansion,
        out bool nullable)
    {
        switch (sqlExpression)
        {
            case RedshiftOrderedAggregateExpression aggregate:
                return aggregate.Update(
                    (SqlFunctionExpression)Visit(aggregate.Function, out nullable),
                    VisitOrderings(aggregate.Orderings));

            default:
                return base.VisitCustomSqlExpression(sqlExpression, allowOptimizedExpansion, out nullable);
        }
    }

    private List<OrderingExpression> VisitOrderings(IReadOnlyList<OrderingExpression> orderings)
        => [.. orderings.Select(ordering => ordering.Update(Visit(ordering.Expression, out _)))];

    private InExpression WithConstantsWhereTooLong(InExpression inExpression)
    {
        if (inExpression.ValuesParameter is not { } parameter
            || (parameter.TranslationMode ?? CollectionParameterTranslationMode) == ParameterTranslationMode.Constant
            || ParametersDecorator.GetAndDisableCaching()[parameter.Name] is not IEnumerable values)
        {
            return inExpression;
        }

        // Padding rounds the count up, by 200 at most.
        _listParameters += values.Cast<object?>().Count() + 200;
        return _listParameters <= MaxListParameters
            ? inExpression
            : inExpression.Update(
                inExpression.Item,
                new SqlParameterExpression(
                    parameter.InvariantName,
                    parameter.Name,
                    parameter.Type,
                    parameter.IsNullable,
                    ParameterTranslationMode.Constant,
                    parameter.TypeMapping));
    }
}
