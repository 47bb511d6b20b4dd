using System.Globalization;
using EFCore.Redshift.Benchmarks;
using EFCore.Redshift.Benchmarks.Emulation;
using EFCore.Redshift.Benchmarks.Provider;
using Microsoft.EntityFrameworkCore;

const int Saved = 10_000;
const int ReadRows = 100_000;

await using var databases = await Databases.StartAsync();

// What the provider sends here PostgreSQL understands as well, so that both providers are measured on the same server without the emulator.
var redshiftOptions = new DbContextOptionsBuilder().UseRedshift(databases.Plain).Options;
var npgsqlOptions = new DbContextOptionsBuilder().UseNpgsql(databases.Plain).Options;
SalesContext Redshift() => new RedshiftSalesContext(redshiftOptions);
SalesContext Npgsql() => new NpgsqlSalesContext(npgsqlOptions);

Comparison[] comparisons =
[
    new(
        "select-1-row", "emulator/direct", SmallQueries.Count,
        new SmallQueries(databases.Emulated, databases.Behind), new SmallQueries(databases.Behind, databases.Behind), Goal: 2),
    new(
        "select-100000-rows", "emulator/direct", LargeQuery.Count,
        new LargeQuery(databases.Emulated, databases.Behind), new LargeQuery(databases.Behind, databases.Behind), Goal: 1.3),
    new(
        "insert-client-keys", "provider/npgsql", Saved,
        new Insert<ClientKeySale, Guid>(Redshift, Saved), new Insert<ClientKeySale, Guid>(Npgsql, Saved), Goal: 0.33),
    new(
        "insert-client-keys", "provider/by-hand", Saved,
        new Insert<ClientKeySale, Guid>(Redshift, Saved), new InsertByHand<ClientKeySale, Guid>(Npgsql, Saved), Goal: 1.6),
    new(
        "insert-sequence-keys", "provider/npgsql", Saved,
        new Insert<SequenceKeySale, long>(Redshift, Saved), new Insert<SequenceKeySale, long>(Npgsql, Saved), Goal: 0.33),
    new(
        "insert-sequence-keys", "provider/by-hand", Saved,
        new Insert<SequenceKeySale, long>(Redshift, Saved), new InsertByHand<SequenceKeySale, long>(Npgsql, Saved), Goal: 1.6),
    new(
        "insert-identity-keys", "provider/npgsql", Saved,
        new Insert<IdentityKeySale, long>(Redshift, Saved), new Insert<IdentityKeySale, long>(Npgsql, Saved), Goal: 0.8),
    new("update", "provider/npgsql", Saved, new Update(Redshift, Saved), new Update(Npgsql, Saved), Goal: 0.5),
    new("update", "provider/by-hand", Saved, new Update(Redshift, Saved), new UpdateByHand(Npgsql, Saved)),
    new("delete", "provider/npgsql", Saved, new Delete(Redshift, Saved), new Delete(Npgsql, Saved), Goal: 0.5),
    new("delete", "provider/by-hand", Saved, new Delete(Redshift, Saved), new DeleteByHand(Npgsql, Saved)),
    new("read-100000-rows", "provider/npgsql", ReadRows, new Read(Redshift, ReadRows), new Read(Npgsql, ReadRows), Goal: 1.05),
];

var filter = args is [var only] ? only : string.Empty;
Console.WriteLine("Provider and driver work on the PostgreSQL behind the emulator, without it; only the lines emulator/direct go through it.");
foreach (var comparison in comparisons.Where(comparison => $"{comparison.Work} {comparison.Sides}".Contains(filter, StringComparison.Ordinal)))
{
    var (ours, other) = await Measurement.CompareAsync(comparison.Ours, comparison.Other);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.Work,-20} {comparison.Sides,-16} {ours.Milliseconds / other.Milliseconds,5:F2}   {Goal(comparison),-10} {ours.Milliseconds,4:F0} / {other.Milliseconds,4:F0} ms   {ours.Bytes / comparison.Count,5:F0} / {other.Bytes / comparison.Count,5:F0} bytes each"));
}

static string Goal(Comparison comparison)
    => comparison.Goal is { } goal ? string.Create(CultureInfo.InvariantCulture, $"goal {goal:F2}") : string.Empty;
