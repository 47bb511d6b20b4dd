using System.Globalization;
using EFCore.Redshift.Metadata;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Redshift.ValueGeneration;

/// <summary>Gives an entity the next value of a sequence when it is added, so that nothing has to be read back when it is saved.</summary>
internal sealed class RedshiftSequenceValueGenerator<TValue>(RedshiftSequence sequence) : ValueGenerator<TValue>
{
    public override bool GeneratesTemporaryValues
        => false;

    public override TValue Next(EntityEntry entry)
        => Convert(entry.Context.GetService<RedshiftKeyTable>().Next(sequence));

    public override async ValueTask<TValue> NextAsync(EntityEntry entry, CancellationToken cancellationToken = default)
        => Convert(await entry.Context.GetService<RedshiftKeyTable>().NextAsync(sequence, cancellationToken).ConfigureAwait(false));

    private TValue Convert(long value)
    {
        try
        {
            return (TValue)System.Convert.ChangeType(value, typeof(TValue), CultureInfo.InvariantCulture);
        }
        catch (OverflowException exception)
        {
            throw new InvalidOperationException(RedshiftStrings.SequenceOverflow(sequence.Name, value, typeof(TValue).Name), exception);
        }
    }
}
