using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Redshift.Metadata.Conventions;

/// <summary>Lets the database generate what is configured as an identity column, and by convention integer keys that can be one.</summary>
internal sealed class RedshiftValueGenerationConvention(
    ProviderConventionSetBuilderDependencies dependencies,
    RelationalConventionSetBuilderDependencies relationalDependencies)
    : RelationalValueGenerationConvention(dependencies, relationalDependencies)
{
    public override void ProcessPropertyAnnotationChanged(
        IConventionPropertyBuilder propertyBuilder,
        string name,
        IConventionAnnotation? annotation,
        IConventionAnnotation? oldAnnotation,
        IConventionContext<IConventionAnnotation> context)
    {
        if (name == RedshiftAnnotationNames.ValueGenerationStrategy)
        {
            propertyBuilder.ValueGenerated(GetValueGenerated(propertyBuilder.Metadata));
            return;
        }

        base.ProcessPropertyAnnotationChanged(propertyBuilder, name, annotation, oldAnnotation, context);
    }

    // EF lets the database generate all integer keys, but an identity column is INT or BIGINT: a smallint key is the application's to set.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
    protected override ValueGenerated? GetValueGenerated(IConventionProperty property)
        => property.FindAnnotation(RedshiftAnnotationNames.ValueGenerationStrategy)?.Value switch
        {
            RedshiftValueGenerationStrategy.None => null,
            RedshiftValueGenerationStrategy => ValueGenerated.OnAdd,
            _ when IsSmallInteger(property) && !HasDefault(property) => null,
            _ => base.GetValueGenerated(property)
        };

    private static bool IsSmallInteger(IConventionProperty property)
        => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type
            && (type == typeof(short) || type == typeof(sbyte) || type == typeof(ushort));

    private static bool HasDefault(IConventionProperty property)
        => property.GetDefaultValueSql() is not null || property.TryGetDefaultValue(out _) || property.GetComputedColumnSql() is not null;
}
