using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Redshift.Metadata;

// Migrations read the model of tables, so what is said of entity types and properties is handed on to tables and columns there.
internal sealed class RedshiftAnnotationProvider(RelationalAnnotationProviderDependencies dependencies)
    : RelationalAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(ITable table, bool designTime)
    {
        if (!designTime)
        {
            yield break;
        }

        var entityTypes = table.EntityTypeMappings.Select(m => m.TypeBase).OfType<IEntityType>().ToArray();

        if (entityTypes.FirstOrDefault(e => e.GetRedshiftDistributionStyle() is not null) is { } distributed)
        {
            yield return new Annotation(RedshiftAnnotationNames.DistributionStyle, distributed.GetRedshiftDistributionStyle());

            if (distributed.GetRedshiftDistributionKey() is { } distributionKey)
            {
                yield return new Annotation(
                    RedshiftAnnotationNames.DistributionKey, ColumnName(distributed, distributionKey, table));
            }
        }

        if (entityTypes.FirstOrDefault(e => e.GetRedshiftSortKeyKind() is not null) is { } sorted)
        {
            yield return new Annotation(RedshiftAnnotationNames.SortKeyKind, sorted.GetRedshiftSortKeyKind());
            yield return new Annotation(
                RedshiftAnnotationNames.SortKey,
                sorted.GetRedshiftSortKey().Select(p => ColumnName(sorted, p, table)).ToArray());
        }
    }

    public override IEnumerable<IAnnotation> For(IColumn column, bool designTime)
    {
        if (!designTime)
        {
            yield break;
        }

        if (column.PropertyMappings.Select(m => m.Property.GetRedshiftEncoding()).FirstOrDefault(e => e is not null) is { } encoding)
        {
            yield return new Annotation(RedshiftAnnotationNames.Encoding, encoding);
        }

        var identity = column.PropertyMappings
            .Select(m => m.Property)
            .FirstOrDefault(p => p.GetRedshiftValueGenerationStrategy()
                is RedshiftValueGenerationStrategy.IdentityColumn or RedshiftValueGenerationStrategy.IdentityByDefaultColumn);
        if (identity is not null)
        {
            yield return new Annotation(RedshiftAnnotationNames.ValueGenerationStrategy, identity.GetRedshiftValueGenerationStrategy());
            yield return new Annotation(RedshiftAnnotationNames.IdentitySeed, identity.GetRedshiftIdentitySeed());
            yield return new Annotation(RedshiftAnnotationNames.IdentityIncrement, identity.GetRedshiftIdentityIncrement());
        }
    }

    private static string ColumnName(IEntityType entityType, string propertyName, ITable table)
        => entityType.FindProperty(propertyName)?.GetColumnName(StoreObjectIdentifier.Table(table.Name, table.Schema)) ?? propertyName;
}
