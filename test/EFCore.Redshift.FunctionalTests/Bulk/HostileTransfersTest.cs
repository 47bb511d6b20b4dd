using System.Globalization;
using EFCore.Redshift.Bulk;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Bulk;

/// <summary>Whatever a value holds, COPY and UNLOAD do what was asked, or refuse it; they never do anything else.</summary>
public class HostileTransfersTest : BulkTest
{
    private const int Samples = 60;

    [Fact]
    public async Task A_value_in_an_unloaded_query_arrives_in_the_file()
    {
        await using var db = Context();
        db.Add(new Sale { Id = 1 });
        await db.SaveChangesAsync();

        foreach (var text in HostileStrings.Sample(Samples))
        {
            var result = await db.Sales.Select(s => new { s.Id, Text = text }).UnloadAsync(
                Location("f_"), unload => unload.WithIamRole(Role).WithCsv().WithParallel(false).WithAllowOverwrite());

            Assert.Equal(1, result.RowCount);
            Assert.Equal(text, Field(await ReadAsync("f_000")));
        }
    }

    [Fact]
    public async Task A_value_in_a_condition_of_an_unloaded_query_finds_its_row()
    {
        await using var db = Context();
        await Schema.ExecuteAsync("ALTER TABLE sale ALTER COLUMN name TYPE varchar(5000)");
        var texts = HostileStrings.Sample(Samples).Where(text => text.TrimEnd(' ') == text && text.Length > 0).Distinct().ToList();
        db.AddRange(texts.Select((text, i) => new Sale { Id = i, Name = text }));
        await db.SaveChangesAsync();

        foreach (var (text, i) in texts.Select((text, i) => (text, i)))
        {
            await db.Sales.Where(s => s.Name == text).Select(s => s.Id).UnloadAsync(
                Location("f_"), unload => unload.WithIamRole(Role).WithParallel(false).WithAllowOverwrite());

            Assert.Equal(i.ToString(CultureInfo.InvariantCulture) + "\n", await ReadAsync("f_000"));
        }
    }

    [Fact]
    public async Task An_option_s_value_stays_in_its_literal()
    {
        await WriteAsync("f", "1|x|||\n");
        await using var db = Context();
        var loaded = 0;
        foreach (var text in HostileStrings.Sample(Samples))
        {
            try
            {
                await db.Database.CopyAsync("sale", Location("f"), copy => copy.WithIamRole(Role).WithNullAs(text));
                loaded++;
            }
            catch (RedshiftLoadException exception)
            {
                // Such as a null string that ends lines. A literal that was left would be a syntax error.
                Assert.NotEqual("42601", exception.SqlState);
            }

            await Assert.ThrowsAsync<RedshiftLoadException>(
                () => db.Database.CopyAsync("sale", Location("none" + text), copy => copy.WithIamRole(Role)));
        }

        Assert.True(loaded > Samples / 2);
        Assert.Equal((long)loaded, await Schema.ScalarAsync("SELECT COUNT(*) FROM sale"));
    }

    private static string Field(string line)
    {
        var field = line["1,".Length..^1];
        return field is ['"', .., '"'] ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
    }
}
