using System.Linq.Expressions;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftQueryableMethodTranslatingExpressionVisitor : NpgsqlQueryableMethodTranslatingExpressionVisitor
{
    public RedshiftQueryableMethodTranslatingExpressionVisitor(
        QueryableMethodTranslatingExpressionVisitorDependencies dependencies,
        RelationalQueryableMethodTranslatingExpressionVisitorDependencies relationalDependencies,
        RelationalQueryCompilationContext queryCompilationContext,
        INpgsqlSingletonOptions singletonOptions)
        : base(dependencies, relationalDependencies, queryCompilationContext, singletonOptions)
    {
    }

    private RedshiftQueryableMethodTranslatingExpressionVisitor(RedshiftQueryableMethodTranslatingExpressionVisitor parentVisitor)
        : base(parentVisitor)
    {
    }

    protected override QueryableMethodTranslatingExpressionVisitor CreateSubqueryVisitor()
        => new RedshiftQueryableMethodTranslatingExpressionVisitor(this);

    // Redshift has neither arrays nor unnest. https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html
    protected override ShapedQueryExpression? TranslatePrimitiveCollection(SqlExpression sqlExpression, IProperty? property, string tableAlias)
    {
        AddTranslationErrorDetails(
            property is null
                ? RedshiftStrings.CollectionParameterNotSupported
                : RedshiftStrings.PrimitiveCollectionNotSupported(property.DeclaringType.DisplayName(), property.Name));
        return null;
    }

    protected override ShapedQueryExpression TransformJsonQueryToTable(JsonQueryExpression jsonQueryExpression)
        => throw new InvalidOperationException(RedshiftStrings.JsonCollectionNotSupported(jsonQueryExpression.StructuralType.DisplayName()));

    // Npgsql's override makes cardinality(ARRAY[…]) > 0 of an inline collection's Any(); with a predicate it leaves it to EF's EXISTS.
    protected override ShapedQueryExpression? TranslateAny(ShapedQueryExpression source, LambdaExpression? predicate)
        => base.TranslateAny(
            source,
            predicate ?? (source.QueryExpression is SelectExpression { Tables: [ValuesExpression] }
                ? Expression.Lambda(Expression.Constant(true), Expression.Parameter(source.ShaperExpression.Type))
                : null));

    // USING takes plain tables, not derived ones. https://docs.aws.amazon.com/redshift/latest/dg/r_DELETE.html
    protected override bool IsValidSelectExpressionForExecuteDelete(SelectExpression selectExpression)
        => base.IsValidSelectExpressionForExecuteDelete(selectExpression)
            && selectExpression.Tables.Skip(1).All(table => table is InnerJoinExpression { Table: TableExpression });
}
