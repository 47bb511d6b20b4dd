using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Reads and writes what the model says of a column that only Redshift has.</summary>
public static class RedshiftPropertyExtensions
{
    /// <summary>Says how the database generates the column's values.</summary>
    /// <param name="property">The property.</param>
    /// <returns>
    ///     What was configured for the property; else, for a key of type <see cref="int" /> or <see cref="long" /> that is generated on add,
    ///     what was configured for the model, by default <see cref="RedshiftValueGenerationStrategy.IdentityColumn" />.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="property" /> is null.</exception>
    public static RedshiftValueGenerationStrategy GetRedshiftValueGenerationStrategy(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);

        return property.FindAnnotation(RedshiftAnnotationNames.ValueGenerationStrategy)?.Value is RedshiftValueGenerationStrategy strategy
            ? strategy
            : IsIdentityByDefault(property)
                ? property.DeclaringType.Model.GetRedshiftValueGenerationStrategy()
                : RedshiftValueGenerationStrategy.None;
    }

    /// <summary>Sets how the database generates the column's values.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">The strategy, or null to go by convention.</param>
    /// <exception cref="ArgumentNullException"><paramref name="property" /> is null.</exception>
    public static void SetRedshiftValueGenerationStrategy(this IMutableProperty property, RedshiftValueGenerationStrategy? value)
    {
        ArgumentNullException.ThrowIfNull(property);

        property.SetOrRemoveAnnotation(RedshiftAnnotationNames.ValueGenerationStrategy, value);
    }

    /// <summary>The first value of an identity column.</summary>
    /// <param name="property">The property.</param>
    /// <returns>What was configured for the property, else for the model, else 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="property" /> is null.</exception>
    public static long GetRedshiftIdentitySeed(this IReadOnlyProperty property)
        => FindOnPropertyOrModel(property, RedshiftAnnotationNames.IdentitySeed) ?? 1;

    /// <summary>The least distance between values of an identity column. The engine leaves larger gaps as it likes.</summary>
    /// <param name="property">The property.</param>
    /// <returns>What was configured for the property, else for the model, else 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="property" /> is null.</exception>
    public static long GetRedshiftIdentityIncrement(this IReadOnlyProperty property)
        => FindOnPropertyOrModel(property, RedshiftAnnotationNames.IdentityIncrement) ?? 1;

    /// <summary>Returns how the column's values are compressed.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The encoding, or null if Redshift chooses it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="property" /> is null.</exception>
    public static RedshiftEncoding? GetRedshiftEncoding(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);

        return (RedshiftEncoding?)property[RedshiftAnnotationNames.Encoding];
    }

    /// <summary>The sequence of the provider's key table that the property's values come from.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The sequence's name; empty if the property has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="property" /> is null.</exception>
    public static string GetRedshiftSequenceName(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);

        return (string?)property.FindAnnotation(RedshiftAnnotationNames.SequenceName)?.Value ?? string.Empty;
    }

    /// <summary>Whether the column's type is one that an identity column may have: INT or BIGINT.</summary>
    internal static bool CanBeRedshiftIdentity(this IReadOnlyProperty property, ITypeMappingSource? typeMappingSource = null)
    {
        var mapping = property.FindTypeMapping() ?? typeMappingSource?.FindMapping((IProperty)property);
        var type = (property.GetValueConverter() ?? mapping?.Converter)?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(int) || type == typeof(long);
    }

    private static bool IsIdentityByDefault(IReadOnlyProperty property)
        => property.ValueGenerated == ValueGenerated.OnAdd
            && property.IsPrimaryKey()
            && property.GetValueGeneratorFactory() is null
            && property.GetDefaultValueSql() is null
            && !property.TryGetDefaultValue(out _)
            && property.GetComputedColumnSql() is null
            && property.CanBeRedshiftIdentity();

    private static long? FindOnPropertyOrModel(IReadOnlyProperty property, string annotation)
    {
        ArgumentNullException.ThrowIfNull(property);

        return (long?)(property.FindAnnotation(annotation) ?? property.DeclaringType.Model.FindAnnotation(annotation))?.Value;
    }
}
