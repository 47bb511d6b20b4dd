using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

internal sealed class RedshiftAggregateMethodCallTranslatorProvider : RelationalAggregateMethodCallTranslatorProvider
{
    public RedshiftAggregateMethodCallTranslatorProvider(
        RelationalAggregateMethodCallTranslatorProviderDependencies dependencies,
        IRelationalTypeMappingSource typeMappingSource)
        : base(dependencies)
    {
        var sql = dependencies.SqlExpressionFactory;

        AddTranslators(
        [
            new RedshiftQueryableAggregateTranslator(sql, typeMappingSource),
            new RedshiftStringAggregateTranslator(sql, typeMappingSource),
            new RedshiftStatisticsAggregateTranslator(sql),
            new RedshiftDbFunctionsTranslator(sql)
        ]);
    }
}
