using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Extension methods that read what an entity type says of its Redshift table.</summary>
public static class RedshiftEntityTypeExtensions
{
    /// <summary>Returns how the table's rows are distributed.</summary>
    /// <param name="entityType">The entity type.</param>
    /// <returns>The style, or null if none is set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityType" /> is null.</exception>
    public static RedshiftDistributionStyle? GetRedshiftDistributionStyle(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);

        return (RedshiftDistributionStyle?)entityType[RedshiftAnnotationNames.DistributionStyle];
    }

    /// <summary>Returns the property whose column is the distribution key.</summary>
    /// <param name="entityType">The entity type.</param>
    /// <returns>The property's name, or null if the style is another than <see cref="RedshiftDistributionStyle.Key" />.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityType" /> is null.</exception>
    public static string? GetRedshiftDistributionKey(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);

        return (string?)entityType[RedshiftAnnotationNames.DistributionKey];
    }

    /// <summary>Returns how the sort key's columns order the table's rows.</summary>
    /// <param name="entityType">The entity type.</param>
    /// <returns>The kind, or null if no sort key is set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityType" /> is null.</exception>
    public static RedshiftSortKeyKind? GetRedshiftSortKeyKind(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);

        return (RedshiftSortKeyKind?)entityType[RedshiftAnnotationNames.SortKeyKind];
    }

    /// <summary>Returns the properties whose columns are the sort key, in its order.</summary>
    /// <param name="entityType">The entity type.</param>
    /// <returns>The properties' names; none if no sort key is set or Redshift chooses it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityType" /> is null.</exception>
    public static IReadOnlyList<string> GetRedshiftSortKey(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);

        return (string[]?)entityType[RedshiftAnnotationNames.SortKey] ?? [];
    }
}
