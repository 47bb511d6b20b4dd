using EFCore.Redshift.Diagnostics;
using EFCore.Redshift.Metadata;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;
using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Redshift.Infrastructure;

// What Redshift cannot do is said when the model is built, by the name of the entity type and the property.
internal sealed class RedshiftModelValidator(
    ModelValidatorDependencies dependencies,
    RelationalModelValidatorDependencies relationalDependencies,
    RedshiftSingletonOptions options)
    : RelationalModelValidator(dependencies, relationalDependencies)
{
    private const int MaxCompoundSortKey = 400;
    private const int MaxInterleavedSortKey = 8;

    private const string DistributionKey = "distribution key";
    private const string SortKey = "sort key";

    // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
    private static readonly string[] SystemColumns
        = ["oid", "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "deletexid", "insertxid"];

    public override void Validate(IModel model, IDiagnosticsLogger<DbLoggerCategory.Model.Validation> logger)
    {
        // Before EF's own checks, which would call these properties unmapped and not say what to do.
        RefuseNpgsqlFeatures(model);
        RefusePostgresTypes(model);

        base.Validate(model, logger);

        RefuseSequencesAndComputedColumns(model);
        ValidateNames(model);
        ValidateTableKeys(model);
        ValidateEncodings(model);
        Warn(model, logger);
    }

    private static void RefuseNpgsqlFeatures(IModel model)
    {
        Refuse(model, "The model");
        foreach (var entityType in model.GetEntityTypes())
        {
            Refuse(entityType, entityType.DisplayName());
            foreach (var property in entityType.GetDeclaredProperties())
            {
                Refuse(property, $"{entityType.DisplayName()}.{property.Name}");
            }

            foreach (var index in entityType.GetDeclaredIndexes())
            {
                Refuse(index, $"The index {{{string.Join(", ", index.Properties.Select(p => p.Name))}}} of {entityType.DisplayName()}");
            }

            foreach (var key in entityType.GetDeclaredKeys())
            {
                Refuse(key, $"The key {{{string.Join(", ", key.Properties.Select(p => p.Name))}}} of {entityType.DisplayName()}");
            }
        }

        static void Refuse(IAnnotatable annotatable, string target)
        {
            if (annotatable.GetAnnotations().FirstOrDefault(a => a.Name.StartsWith("Npgsql:", StringComparison.Ordinal) && a.Value is not null)
                is { } annotation)
            {
                throw new InvalidOperationException(RedshiftStrings.NpgsqlFeature(target, annotation.Name));
            }
        }
    }

    private static void RefusePostgresTypes(IModel model)
    {
        if (model.GetEntityTypes().FirstOrDefault(e => e.IsMappedToJson()) is { } json)
        {
            throw new InvalidOperationException(RedshiftStrings.JsonMapping(json.DisplayName()));
        }

        foreach (var property in model.GetEntityTypes().SelectMany(e => e.GetFlattenedDeclaredProperties()))
        {
            var entityType = property.DeclaringType.DisplayName();

            // 'IsRowVersion' on bytes: the server would have to make them.
            if (property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate } && property.ClrType == typeof(byte[]))
            {
                throw new InvalidOperationException(RedshiftStrings.RowVersion(entityType, property.Name));
            }

            if (property.GetColumnType() is { } storeType)
            {
                if (PostgresOnlyTypes.FindAlternative(storeType) is { } alternative
                    && property.FindAnnotation(RelationalAnnotationNames.ColumnType) is not null)
                {
                    throw new InvalidOperationException(
                        RedshiftStrings.PostgresOnlyType(entityType, property.Name, storeType, alternative));
                }

                if (storeType.EndsWith("[]", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException(
                        RedshiftStrings.CollectionProperty(entityType, property.Name, property.ClrType.ShortDisplayName()));
                }
            }
        }
    }

    private static void RefuseSequencesAndComputedColumns(IModel model)
    {
        if (model.GetSequences().FirstOrDefault() is { } sequence)
        {
            throw new InvalidOperationException(RedshiftStrings.Sequence(sequence.Name));
        }

        foreach (var entityType in model.GetEntityTypes())
        {
            if (entityType.GetDeclaredProperties().FirstOrDefault(p => p.GetComputedColumnSql() is not null) is { } computed)
            {
                throw new InvalidOperationException(
                    RedshiftStrings.ComputedColumn(entityType.GetTableName() ?? entityType.DisplayName(), computed.GetColumnName()));
            }

            if (entityType.GetDeclaredCheckConstraints().FirstOrDefault() is { } checkConstraint)
            {
                throw new InvalidOperationException(RedshiftStrings.CheckConstraint(entityType.GetTableName(), checkConstraint.ModelName));
            }
        }
    }

    private void ValidateNames(IModel model)
    {
        var tables = new Dictionary<string, (string Name, Dictionary<string, string> Columns)>(StringComparer.Ordinal);

        foreach (var entityType in model.GetEntityTypes())
        {
            if (StoreObjectIdentifier.Create(entityType, StoreObjectType.Table) is not { } table)
            {
                continue;
            }

            var folded = Fold(table.DisplayName());
            if (!tables.TryGetValue(folded, out var known))
            {
                tables.Add(folded, known = (table.DisplayName(), new Dictionary<string, string>(StringComparer.Ordinal)));
            }

            if (known.Name != table.DisplayName())
            {
                throw new InvalidOperationException(RedshiftStrings.TablesDifferByCase(known.Name, table.DisplayName()));
            }

            foreach (var column in entityType.GetProperties().Select(p => p.GetColumnName(table)).OfType<string>())
            {
                if (SystemColumns.Contains(Fold(column), StringComparer.Ordinal))
                {
                    throw new InvalidOperationException(RedshiftStrings.SystemColumnName(table.DisplayName(), column));
                }

                if (known.Columns.TryGetValue(Fold(column), out var other) && other != column)
                {
                    throw new InvalidOperationException(RedshiftStrings.ColumnsDifferByCase(table.DisplayName(), other, column));
                }

                known.Columns[Fold(column)] = column;
                RedshiftSqlGenerationHelper.CheckLength(column);
            }

            RedshiftSqlGenerationHelper.CheckLength(table.Name);
        }
    }

    private static void ValidateTableKeys(IModel model)
    {
        foreach (var table in model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null)
            .GroupBy(e => (e.GetTableName(), e.GetSchema())))
        {
            var entityTypes = table.ToArray();

            foreach (var entityType in entityTypes)
            {
                if (entityType.GetRedshiftDistributionKey() is { } distributionKey)
                {
                    ValidateKeyProperty(DistributionKey, entityType, distributionKey);
                }

                var sortKey = entityType.GetRedshiftSortKey();
                foreach (var property in sortKey)
                {
                    ValidateKeyProperty(SortKey, entityType, property);
                }

                var limit = entityType.GetRedshiftSortKeyKind() == RedshiftSortKeyKind.Interleaved ? MaxInterleavedSortKey : MaxCompoundSortKey;
                if (sortKey.Count > limit)
                {
                    throw new InvalidOperationException(RedshiftStrings.SortKeyTooLong(entityType.DisplayName(), sortKey.Count, limit));
                }
            }

            ValidateAlike(DistributionKey, entityTypes, e => e.GetRedshiftDistributionStyle() is { } style
                ? $"{style} {e.GetRedshiftDistributionKey()}"
                : null);
            ValidateAlike(SortKey, entityTypes, e => e.GetRedshiftSortKeyKind() is { } kind
                ? $"{kind} {string.Join(',', e.GetRedshiftSortKey())}"
                : null);
        }
    }

    private static void ValidateKeyProperty(string key, IEntityType entityType, string propertyName)
    {
        if (entityType.FindProperty(propertyName) is not { } property)
        {
            throw new InvalidOperationException(RedshiftStrings.TableKeyProperty(key, entityType.DisplayName(), propertyName));
        }

        // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
        if (property.GetRelationalTypeMapping() is RedshiftBytesTypeMapping or { StoreTypeNameBase: "super" or "geometry" or "geography" or "hllsketch" })
        {
            throw new InvalidOperationException(
                RedshiftStrings.TableKeyType(key, entityType.DisplayName(), propertyName, property.GetColumnType()));
        }
    }

    private static void ValidateAlike(string key, IEntityType[] entityTypes, Func<IEntityType, string?> read)
    {
        var saying = entityTypes.Where(e => read(e) is not null).ToArray();
        if (saying.FirstOrDefault(e => read(e) != read(saying[0])) is { } other)
        {
            throw new InvalidOperationException(RedshiftStrings.TableKeysDiffer(key, saying[0].DisplayName(), other.DisplayName()));
        }
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/c_Compression_encodings.html
    private static void ValidateEncodings(IModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()))
        {
            if (property.GetRedshiftEncoding() is { } encoding
                && !RedshiftEncodings.IsAllowed(encoding, property.GetRelationalTypeMapping().StoreTypeNameBase))
            {
                throw new InvalidOperationException(
                    RedshiftStrings.EncodingType(
                        property.DeclaringType.DisplayName(), property.Name, encoding.ToString(), property.GetColumnType()));
            }
        }
    }

    private static void Warn(IModel model, IDiagnosticsLogger<DbLoggerCategory.Model.Validation> logger)
    {
        foreach (var entityType in model.GetEntityTypes())
        {
            foreach (var index in entityType.GetDeclaredIndexes())
            {
                logger.IndexIgnored(index);
            }

            foreach (var property in entityType.GetFlattenedDeclaredProperties().Where(p => p.FindTypeMapping() is not null))
            {
                var mapping = property.GetRelationalTypeMapping();
                if ((mapping.Converter?.ProviderClrType ?? mapping.ClrType) == typeof(decimal)
                    && property.GetPrecision() is null
                    && property.FindAnnotation(RelationalAnnotationNames.ColumnType) is null
                    && property.ClrType != typeof(ulong))
                {
                    logger.DecimalWithoutPrecision(property);
                }
            }
        }
    }

    private string Fold(string name)
        => RedshiftSqlGenerationHelper.Fold(name, options.CaseSensitiveIdentifiers);
}
