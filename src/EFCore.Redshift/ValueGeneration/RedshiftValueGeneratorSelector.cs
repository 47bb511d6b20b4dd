using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Redshift.ValueGeneration;

internal sealed class RedshiftValueGeneratorSelector(ValueGeneratorSelectorDependencies dependencies)
    : RelationalValueGeneratorSelector(dependencies)
{
    // Asked before EF's own choice: the converter to CHAR(36) recommends a generator whose values sort as SQL Server compares them.
    public override bool TrySelect(IProperty property, ITypeBase typeBase, out ValueGenerator? valueGenerator)
    {
        if (property.ClrType != typeof(Guid)
            || property.ValueGenerated == ValueGenerated.Never
            || property.GetValueGeneratorFactory() is not null
            || property.GetDefaultValueSql() is not null)
        {
            return base.TrySelect(property, typeBase, out valueGenerator);
        }

        valueGenerator = Cache.GetOrAdd(property, typeBase, static (_, _) => new Version7GuidValueGenerator());
        return true;
    }
}
