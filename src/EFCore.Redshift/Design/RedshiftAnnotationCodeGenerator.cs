using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Redshift.Design;

// Writes the annotations into the snapshot as the fluent calls that made them.
internal sealed class RedshiftAnnotationCodeGenerator(AnnotationCodeGeneratorDependencies dependencies)
    : AnnotationCodeGenerator(dependencies)
{
    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(IModel model, IDictionary<string, IAnnotation> annotations)
        => [.. base.GenerateFluentApiCalls(model, annotations), .. Identity(
            annotations,
            nameof(RedshiftModelBuilderExtensions.UseRedshiftIdentityColumns),
            nameof(RedshiftModelBuilderExtensions.UseRedshiftIdentityByDefaultColumns))];

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(
        IEntityType entityType,
        IDictionary<string, IAnnotation> annotations)
    {
        var calls = new List<MethodCallCodeFragment>(base.GenerateFluentApiCalls(entityType, annotations));

        var key = Take<string>(annotations, RedshiftAnnotationNames.DistributionKey);
        if (Take<RedshiftDistributionStyle?>(annotations, RedshiftAnnotationNames.DistributionStyle) is { } style)
        {
            calls.Add(key is null
                ? new MethodCallCodeFragment(nameof(RedshiftEntityTypeBuilderExtensions.HasRedshiftDistribution), style)
                : new MethodCallCodeFragment(nameof(RedshiftEntityTypeBuilderExtensions.HasRedshiftDistributionKey), key));
        }

        var sortKey = Take<string[]>(annotations, RedshiftAnnotationNames.SortKey) ?? [];
        if (Take<RedshiftSortKeyKind?>(annotations, RedshiftAnnotationNames.SortKeyKind) is { } kind)
        {
            calls.Add(new MethodCallCodeFragment(nameof(RedshiftEntityTypeBuilderExtensions.HasRedshiftSortKey), [kind, .. sortKey]));
        }

        return calls;
    }

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(
        IProperty property,
        IDictionary<string, IAnnotation> annotations)
    {
        var calls = new List<MethodCallCodeFragment>(base.GenerateFluentApiCalls(property, annotations));

        if (Take<RedshiftEncoding?>(annotations, RedshiftAnnotationNames.Encoding) is { } encoding)
        {
            calls.Add(new MethodCallCodeFragment(nameof(RedshiftPropertyBuilderExtensions.HasRedshiftEncoding), encoding));
        }

        if (Take<string>(annotations, RedshiftAnnotationNames.SequenceName) is { } name
            && property.DeclaringType.Model.FindRedshiftSequence(name) is { } sequence)
        {
            annotations.Remove(RedshiftAnnotationNames.ValueGenerationStrategy);
            calls.Add(new MethodCallCodeFragment(
                nameof(RedshiftPropertyBuilderExtensions.UseRedshiftSequence),
                name,
                sequence.StartsAt,
                sequence.IncrementsBy,
                sequence.BlockSize));
        }

        calls.AddRange(Identity(
            annotations,
            nameof(RedshiftPropertyBuilderExtensions.UseRedshiftIdentityColumn),
            nameof(RedshiftPropertyBuilderExtensions.UseRedshiftIdentityByDefaultColumn)));

        return calls;
    }

    private static IEnumerable<MethodCallCodeFragment> Identity(
        IDictionary<string, IAnnotation> annotations,
        string always,
        string byDefault)
    {
        if (annotations.TryGetValue(RedshiftAnnotationNames.ValueGenerationStrategy, out var annotation)
            && annotation.Value is RedshiftValueGenerationStrategy.IdentityColumn or RedshiftValueGenerationStrategy.IdentityByDefaultColumn)
        {
            annotations.Remove(RedshiftAnnotationNames.ValueGenerationStrategy);
            yield return new MethodCallCodeFragment(
                annotation.Value is RedshiftValueGenerationStrategy.IdentityColumn ? always : byDefault,
                Take<long?>(annotations, RedshiftAnnotationNames.IdentitySeed) ?? 1L,
                Take<long?>(annotations, RedshiftAnnotationNames.IdentityIncrement) ?? 1L);
        }
    }

    private static T? Take<T>(IDictionary<string, IAnnotation> annotations, string name)
        => annotations.Remove(name, out var annotation) ? (T?)annotation.Value : default;
}
