using EFCore.Redshift.Metadata;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Redshift.ValueGeneration;

internal sealed class RedshiftValueGeneratorSelector(ValueGeneratorSelectorDependencies dependencies)
    : RelationalValueGeneratorSelector(dependencies)
{
    public override bool TrySelect(IProperty property, ITypeBase typeBase, out ValueGenerator? valueGenerator)
    {
        if (property.ValueGenerated == ValueGenerated.Never || property.GetValueGeneratorFactory() is not null)
        {
            return base.TrySelect(property, typeBase, out valueGenerator);
        }

        // Asked before EF's own choice: the converter to CHAR(36) recommends a generator whose values sort as SQL Server compares them.
        if (property.ClrType == typeof(Guid) && property.GetDefaultValueSql() is null)
        {
            valueGenerator = Cache.GetOrAdd(property, typeBase, static (_, _) => new Version7GuidValueGenerator());
            return true;
        }

        if (property.GetRedshiftValueGenerationStrategy() == RedshiftValueGenerationStrategy.Sequence)
        {
            valueGenerator = Cache.GetOrAdd(property, typeBase, static (p, _) => CreateSequence(p));
            return true;
        }

        return base.TrySelect(property, typeBase, out valueGenerator);
    }

    private static ValueGenerator CreateSequence(IProperty property)
    {
        var name = property.GetRedshiftSequenceName();
        var sequence = property.DeclaringType.Model.FindRedshiftSequence(name)
            ?? throw new InvalidOperationException(RedshiftStrings.UnknownSequence(name));

        var converter = property.GetTypeMapping().Converter;
        var generator = Create(converter?.ProviderClrType ?? property.ClrType, sequence)
            ?? throw new InvalidOperationException(RedshiftStrings.SequenceBadType(property.DeclaringType.DisplayName(), property.Name));

        return converter is null ? generator : generator.WithConverter(converter);
    }

    private static ValueGenerator? Create(Type type, RedshiftSequence sequence)
        => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.Int16 => new RedshiftSequenceValueGenerator<short>(sequence),
            TypeCode.Int32 => new RedshiftSequenceValueGenerator<int>(sequence),
            TypeCode.Int64 => new RedshiftSequenceValueGenerator<long>(sequence),
            TypeCode.Decimal => new RedshiftSequenceValueGenerator<decimal>(sequence),
            _ => null
        };
}
