using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Redshift.Metadata.Conventions;

internal sealed class RedshiftConventionSetBuilder(
    ProviderConventionSetBuilderDependencies dependencies,
    RelationalConventionSetBuilderDependencies relationalDependencies)
    : RelationalConventionSetBuilder(dependencies, relationalDependencies)
{
    // Bytes of UTF-8; the names that EF makes up are ASCII where those of the model are.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_names.html
    private const int MaxIdentifierLength = 127;

    public override ConventionSet CreateConventionSet()
    {
        var conventionSet = base.CreateConventionSet();
        conventionSet.Add(new RelationalMaxIdentifierLengthConvention(MaxIdentifierLength, Dependencies, RelationalDependencies));
        conventionSet.Replace<ValueGenerationConvention>(new RedshiftValueGenerationConvention(Dependencies, RelationalDependencies));
        conventionSet.Replace<StoreGenerationConvention>(new RedshiftStoreGenerationConvention(Dependencies, RelationalDependencies));

        // Redshift has no indexes; sort keys and zone maps take their place.
        // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
        conventionSet.Remove(typeof(ForeignKeyIndexConvention));
        return conventionSet;
    }
}
