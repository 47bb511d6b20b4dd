using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Redshift.Metadata.Conventions;

/// <summary>Refuses identity columns that also have a default or are computed, or whose type cannot be one.</summary>
internal sealed class RedshiftStoreGenerationConvention(
    ProviderConventionSetBuilderDependencies dependencies,
    RelationalConventionSetBuilderDependencies relationalDependencies)
    : StoreGenerationConvention(dependencies, relationalDependencies)
{
    protected override void Validate(IConventionProperty property, in StoreObjectIdentifier storeObject)
    {
        if (property.FindAnnotation(RedshiftAnnotationNames.ValueGenerationStrategy)?.Value
            is RedshiftValueGenerationStrategy.IdentityColumn or RedshiftValueGenerationStrategy.IdentityByDefaultColumn)
        {
            if (!((IReadOnlyProperty)property).CanBeRedshiftIdentity(Dependencies.TypeMappingSource))
            {
                throw new InvalidOperationException(
                    RedshiftStrings.IdentityBadType(property.DeclaringType.DisplayName(), property.Name, property.ClrType.Name));
            }

            if (property.TryGetDefaultValue(storeObject, out _)
                || property.GetDefaultValueSql(storeObject) is not null
                || property.GetComputedColumnSql(storeObject) is not null)
            {
                throw new InvalidOperationException(
                    RedshiftStrings.IdentityWithDefault(property.DeclaringType.DisplayName(), property.Name));
            }
        }

        base.Validate(property, storeObject);
    }
}
