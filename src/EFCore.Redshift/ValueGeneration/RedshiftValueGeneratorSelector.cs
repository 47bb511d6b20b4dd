using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Redshift.ValueGeneration;

internal sealed class RedshiftValueGeneratorSelector(ValueGeneratorSelectorDependencies dependencies)
    : RelationalValueGeneratorSelector(dependencies)
{
    protected override ValueGenerator? FindForType(IProperty property, ITypeBase typeBase, Type clrType)
        => clrType == typeof(Guid) && property.ValueGenerated != ValueGenerated.Never && property.GetDefaultValueSql() is null
            ? new Version7GuidValueGenerator()
            : base.FindForType(property, typeBase, clrType);
}
