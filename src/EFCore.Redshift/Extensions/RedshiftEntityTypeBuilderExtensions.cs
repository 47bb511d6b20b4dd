using System.Linq.Expressions;
using EFCore.Redshift.Metadata;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Extension methods that say how an entity type's Redshift table is distributed and sorted.</summary>
public static class RedshiftEntityTypeBuilderExtensions
{
    /// <summary>Sets how the table's rows are spread over the cluster's slices.</summary>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="style">
    ///     <see cref="RedshiftDistributionStyle.Auto" />, <see cref="RedshiftDistributionStyle.Even" /> or
    ///     <see cref="RedshiftDistributionStyle.All" />; for a key, call <c>HasRedshiftDistributionKey</c>.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityTypeBuilder" /> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="style" /> is <see cref="RedshiftDistributionStyle.Key" />.</exception>
    /// <remarks>Default: Auto. https://docs.aws.amazon.com/redshift/latest/dg/t_Distributing_data.html</remarks>
    public static EntityTypeBuilder HasRedshiftDistribution(this EntityTypeBuilder entityTypeBuilder, RedshiftDistributionStyle style)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);

        if (style == RedshiftDistributionStyle.Key)
        {
            throw new ArgumentException(RedshiftStrings.DistributionStyleKeyWithoutProperty, nameof(style));
        }

        return SetDistribution(entityTypeBuilder, style, key: null);
    }

    /// <summary>Sets how the table's rows are spread over the cluster's slices.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="style">
    ///     <see cref="RedshiftDistributionStyle.Auto" />, <see cref="RedshiftDistributionStyle.Even" /> or
    ///     <see cref="RedshiftDistributionStyle.All" />; for a key, call <c>HasRedshiftDistributionKey</c>.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityTypeBuilder" /> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="style" /> is <see cref="RedshiftDistributionStyle.Key" />.</exception>
    /// <remarks>Default: Auto. https://docs.aws.amazon.com/redshift/latest/dg/t_Distributing_data.html</remarks>
    public static EntityTypeBuilder<TEntity> HasRedshiftDistribution<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        RedshiftDistributionStyle style)
        where TEntity : class
        => (EntityTypeBuilder<TEntity>)HasRedshiftDistribution((EntityTypeBuilder)entityTypeBuilder, style);

    /// <summary>Distributes the table's rows by the values of one column: equal values are stored on the same slice.</summary>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="propertyName">The property whose column becomes the distribution key.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entityTypeBuilder" /> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="propertyName" /> is null or empty.</exception>
    /// <remarks>At most one per table. https://docs.aws.amazon.com/redshift/latest/dg/t_Distributing_data.html</remarks>
    public static EntityTypeBuilder HasRedshiftDistributionKey(this EntityTypeBuilder entityTypeBuilder, string propertyName)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        ArgumentException.ThrowIfNullOrEmpty(propertyName);

        return SetDistribution(entityTypeBuilder, RedshiftDistributionStyle.Key, propertyName);
    }

    /// <summary>Distributes the table's rows by the values of one column: equal values are stored on the same slice.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="propertyExpression">The property whose column becomes the distribution key, as in <c>s => s.CustomerId</c>.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException">
    ///     <paramref name="entityTypeBuilder" /> or <paramref name="propertyExpression" /> is null.
    /// </exception>
    /// <remarks>At most one per table. https://docs.aws.amazon.com/redshift/latest/dg/t_Distributing_data.html</remarks>
    public static EntityTypeBuilder<TEntity> HasRedshiftDistributionKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        Expression<Func<TEntity, object?>> propertyExpression)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(propertyExpression);

        return (EntityTypeBuilder<TEntity>)HasRedshiftDistributionKey(
            entityTypeBuilder, propertyExpression.GetMemberAccess().Name);
    }

    /// <summary>Sets the columns by which the table's rows are sorted.</summary>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="kind">How the columns order the rows.</param>
    /// <param name="propertyNames">
    ///     The properties whose columns are the sort key, in its order; none for <see cref="RedshiftSortKeyKind.Auto" />.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException">
    ///     <paramref name="entityTypeBuilder" /> or <paramref name="propertyNames" /> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    ///     Properties are named for <see cref="RedshiftSortKeyKind.Auto" />, or none for another kind.
    /// </exception>
    /// <remarks>Default: Auto. https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html</remarks>
    public static EntityTypeBuilder HasRedshiftSortKey(
        this EntityTypeBuilder entityTypeBuilder,
        RedshiftSortKeyKind kind,
        params string[] propertyNames)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        ArgumentNullException.ThrowIfNull(propertyNames);

        if ((kind == RedshiftSortKeyKind.Auto) != (propertyNames.Length == 0))
        {
            throw new ArgumentException(RedshiftStrings.SortKeyColumnsAndKind, nameof(propertyNames));
        }

        entityTypeBuilder.HasAnnotation(RedshiftAnnotationNames.SortKeyKind, kind);
        entityTypeBuilder.HasAnnotation(RedshiftAnnotationNames.SortKey, propertyNames.Length == 0 ? null : propertyNames);

        return entityTypeBuilder;
    }

    /// <summary>Sets the columns by which the table's rows are sorted.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="kind">How the columns order the rows.</param>
    /// <param name="propertyNames">
    ///     The properties whose columns are the sort key, in its order; none for <see cref="RedshiftSortKeyKind.Auto" />.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException">
    ///     <paramref name="entityTypeBuilder" /> or <paramref name="propertyNames" /> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    ///     Properties are named for <see cref="RedshiftSortKeyKind.Auto" />, or none for another kind.
    /// </exception>
    /// <remarks>Default: Auto. https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html</remarks>
    public static EntityTypeBuilder<TEntity> HasRedshiftSortKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        RedshiftSortKeyKind kind,
        params string[] propertyNames)
        where TEntity : class
        => (EntityTypeBuilder<TEntity>)HasRedshiftSortKey((EntityTypeBuilder)entityTypeBuilder, kind, propertyNames);

    /// <summary>Sets the columns by which the table's rows are sorted.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="entityTypeBuilder">The builder of the entity type.</param>
    /// <param name="propertiesExpression">
    ///     The properties whose columns are the sort key, as in <c>s => s.SoldAt</c> or <c>s => new { s.Region, s.SoldAt }</c>.
    /// </param>
    /// <param name="kind">How the columns order the rows.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException">
    ///     <paramref name="entityTypeBuilder" /> or <paramref name="propertiesExpression" /> is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="kind" /> is <see cref="RedshiftSortKeyKind.Auto" />.</exception>
    /// <remarks>Default: Auto. https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html</remarks>
    public static EntityTypeBuilder<TEntity> HasRedshiftSortKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        Expression<Func<TEntity, object?>> propertiesExpression,
        RedshiftSortKeyKind kind = RedshiftSortKeyKind.Compound)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(propertiesExpression);

        return (EntityTypeBuilder<TEntity>)HasRedshiftSortKey(
            entityTypeBuilder, kind, [.. propertiesExpression.GetMemberAccessList().Select(m => m.Name)]);
    }

    private static EntityTypeBuilder SetDistribution(EntityTypeBuilder entityTypeBuilder, RedshiftDistributionStyle style, string? key)
    {
        entityTypeBuilder.HasAnnotation(RedshiftAnnotationNames.DistributionStyle, style);
        entityTypeBuilder.HasAnnotation(RedshiftAnnotationNames.DistributionKey, key);

        return entityTypeBuilder;
    }
}
