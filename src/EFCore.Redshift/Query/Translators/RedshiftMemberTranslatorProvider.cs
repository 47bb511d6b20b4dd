using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.ExpressionTranslators.Internal;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Derives from Npgsql's because Npgsql's visitor casts to it, but leaves all of Npgsql's translators out.</summary>
internal sealed class RedshiftMemberTranslatorProvider(
    RelationalMemberTranslatorProviderDependencies dependencies,
    IModel model,
    IRelationalTypeMappingSource typeMappingSource,
    IDbContextOptions contextOptions) : NpgsqlMemberTranslatorProvider(dependencies, model, typeMappingSource, contextOptions)
{
    private readonly List<IMemberTranslator> _translators =
    [
        .. dependencies.Plugins.SelectMany(plugin => plugin.Translators),
        new RedshiftStringTranslator(dependencies.SqlExpressionFactory, typeMappingSource),
        new RedshiftDatePartTranslator(dependencies.SqlExpressionFactory, typeMappingSource),
        new RedshiftTimeSpanTranslator(dependencies.SqlExpressionFactory, typeMappingSource)
    ];

    public override SqlExpression? Translate(
        SqlExpression? instance,
        MemberInfo member,
        Type returnType,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => _translators
            .Select(translator => translator.Translate(instance, member, returnType, logger))
            .FirstOrDefault(translation => translation is not null);
}
