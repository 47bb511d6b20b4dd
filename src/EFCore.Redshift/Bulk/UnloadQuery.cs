using System.Data.Common;
using System.Linq.Expressions;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Query;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Bulk;

/// <summary>
///     Translates a LINQ query for UNLOAD. It differs from a query that is run in that its parameters become constants, for an UNLOAD takes
///     no parameters, and in that each projected member becomes exactly one column, in its order and under its name.
/// </summary>
internal sealed class UnloadQuery
{
    private readonly QueryContext _queryContext;
    private readonly RedshiftQueryCompilationContext _compilationContext;

    private UnloadQuery(DbContext context)
    {
        Context = context;
        _queryContext = context.GetService<IQueryContextFactory>().Create();
        _compilationContext = (RedshiftQueryCompilationContext)context.GetService<IQueryCompilationContextFactory>().Create(async: false);
    }

    public DbContext Context { get; }

    public static UnloadQuery Of(IQueryable query)
        => query?.Provider is RedshiftQueryProvider provider
            ? new UnloadQuery(provider.Context)
            : throw new ArgumentException(RedshiftStrings.NotARedshiftQuery, nameof(query));

    public string Translate(Expression query)
    {
        var (select, shaper) = TranslateToSelect(query);
        foreach (var (name, valueExtractor) in _compilationContext.RuntimeParameters)
        {
            _queryContext.Parameters[name] = valueExtractor.Compile().DynamicInvoke(_queryContext);
        }

        var columns = new UnloadColumns(select, _queryContext.Parameters, Context.GetService<ISqlExpressionFactory>()).Find(shaper);
        select = select.Update(
            select.Tables, select.Predicate, select.GroupBy, select.Having, columns, select.Orderings, select.Offset, select.Limit);

        return Generate(Inline(select));
    }

    private (SelectExpression Select, Expression Shaper) TranslateToSelect(Expression query)
    {
        var compiler = (QueryCompiler)Context.GetService<IQueryCompiler>();
        query = compiler.ExtractParameters(query, _queryContext.Parameters, _compilationContext.Logger);
        query = _compilationContext.Logger.QueryCompilationStarting(Context, new ExpressionPrinter(), query).Query;
        query = Context.GetService<IQueryTranslationPreprocessorFactory>().Create(_compilationContext).Process(query);
        query = Context.GetService<IQueryableMethodTranslatingExpressionVisitorFactory>().Create(_compilationContext).Translate(query);
        query = Context.GetService<IQueryTranslationPostprocessorFactory>().Create(_compilationContext).Process(query);
        return query is ShapedQueryExpression { QueryExpression: SelectExpression select, ShaperExpression: var shaper }
            ? (select, shaper)
            : throw new InvalidOperationException(RedshiftStrings.UnloadProjection(query.Print()));
    }

    private SelectExpression Inline(SelectExpression select)
    {
        var options = RelationalOptionsExtension.Extract(_compilationContext.ContextOptions);
        var processor = Context.GetService<IRelationalParameterBasedSqlProcessorFactory>().Create(
            new RelationalParameterBasedSqlProcessorParameters(options.UseRelationalNulls, ParameterTranslationMode.Constant));

        var parameters = _queryContext.Parameters;
        var withConstantArguments = new FromSqlArgumentInliner(parameters).Visit(select);
        var processed = processor.Process(withConstantArguments, parameters, out _);
        return (SelectExpression)new ParameterInliner(parameters).Visit(processed);
    }

    private string Generate(SelectExpression select)
    {
        // EF prints the SQL of FromSql as it is when nothing is added to it, with whatever columns it has.
        if (select.IsNonComposedFromSql())
        {
            var factory = Context.GetService<ISqlExpressionFactory>();
            select = select.Update(
                select.Tables,
                factory.Equal(factory.Constant(1), factory.Constant(1)),
                select.GroupBy,
                select.Having,
                select.Projection,
                select.Orderings,
                select.Offset,
                select.Limit);
        }

        var command = Context.GetService<IQuerySqlGeneratorFactory>().Create().GetCommand(select);
        if (command.Parameters.Count > 0)
        {
            throw new InvalidOperationException(RedshiftStrings.UnloadParameters(command.Parameters[0].InvariantName));
        }

        // The outermost SELECT of an UNLOAD takes no LIMIT. https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
        return select.Limit is null && select.Offset is null
            ? command.CommandText
            : $"SELECT * FROM (\n{command.CommandText}\n) AS \"limited\"";
    }

    private sealed class FromSqlArgumentInliner(Dictionary<string, object?> parameters) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
            => node is FromSqlExpression { Arguments: QueryParameterExpression arguments } fromSql
                ? fromSql.Update(Expression.Constant(Values(arguments), typeof(object[])))
                : base.VisitExtension(node);

        private object?[] Values(QueryParameterExpression arguments)
            => [.. ((object?[])parameters[arguments.Name]!).Select(value => value is DbParameter parameter ? parameter.Value : value)];
    }

    private sealed class ParameterInliner(Dictionary<string, object?> parameters) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
            => node is SqlParameterExpression parameter
                ? new SqlConstantExpression(parameters[parameter.InvariantName], parameter.Type, parameter.TypeMapping)
                : base.VisitExtension(node);
    }
}
