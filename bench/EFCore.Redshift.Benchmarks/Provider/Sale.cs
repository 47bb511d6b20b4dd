using System.Globalization;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>A row of five columns.</summary>
internal abstract class Sale<TKey>
{
    public TKey Id { get; set; } = default!;

    public string Buyer { get; set; } = string.Empty;

    public int Quantity { get; set; }

    public decimal Price { get; set; }

    public DateOnly SoldOn { get; set; }

    /// <summary>New rows without keys.</summary>
    public static List<TSale> Create<TSale>(int count)
        where TSale : Sale<TKey>, new()
        => [.. Enumerable.Range(1, count).Select(i => new TSale
        {
            Buyer = string.Create(CultureInfo.InvariantCulture, $"buyer number {i}"),
            Quantity = i % 7,
            Price = i / 100m,
            SoldOn = new DateOnly(2026, 1, 1).AddDays(i % 365)
        })];
}

internal sealed class ClientKeySale : Sale<Guid>;

internal sealed class SequenceKeySale : Sale<long>;

internal sealed class IdentityKeySale : Sale<long>;
