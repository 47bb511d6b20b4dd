using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Redshift.ValueGeneration;

/// <summary>Generates GUIDs whose text form sorts by the time of their making, which suits a sort key.</summary>
internal sealed class Version7GuidValueGenerator : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues
        => false;

    public override Guid Next(EntityEntry entry)
        => Guid.CreateVersion7();
}
