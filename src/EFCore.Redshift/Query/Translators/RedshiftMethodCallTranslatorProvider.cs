using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

internal sealed class RedshiftMethodCallTranslatorProvider : RelationalMethodCallTranslatorProvider
{
    public RedshiftMethodCallTranslatorProvider(
        RelationalMethodCallTranslatorProviderDependencies dependencies,
        IRelationalTypeMappingSource typeMappingSource)
        : base(dependencies)
    {
        var sql = dependencies.SqlExpressionFactory;

        AddTranslators(
        [
            new RedshiftStringTranslator(sql, typeMappingSource),
            new RedshiftLikeTranslator(sql),
            new RedshiftRegexTranslator(sql),
            new RedshiftMathTranslator(sql),
            new RedshiftConvertTranslator(sql, typeMappingSource),
            new RedshiftToStringTranslator(sql, typeMappingSource),
            new RedshiftDateAddTranslator(sql, typeMappingSource),
            new RedshiftRandomTranslator(sql),
            new RedshiftDbFunctionsTranslator(sql)
        ]);
    }
}
