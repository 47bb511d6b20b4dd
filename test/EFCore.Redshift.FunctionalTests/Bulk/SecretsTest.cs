using System.Collections.Concurrent;
using System.Globalization;
using EFCore.Redshift.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Bulk;

/// <summary>Keys and tokens go to the server, and are seen nowhere else.</summary>
public class SecretsTest : BulkTest
{
    private const string KeyId = "CANARYKEYID";
    private const string Secret = "CANARY'SECRET\\";
    private const string Token = "CANARYTOKEN";

    private static RedshiftAuthorization Keys
        => RedshiftAuthorization.AccessKey(KeyId, Secret, Token);

    [Theory]
    [InlineData("sale")]
    [InlineData("no_such_table")]
    public async Task No_secret_is_logged_or_thrown(string table)
    {
        var log = new ConcurrentQueue<string>();
        await WriteAsync("f", "1|a|||\nx|b|||\n");
        await using var db = Context(builder => builder
            .LogTo(log.Enqueue, LogLevel.Trace)
            .EnableSensitiveDataLogging()
            .EnableDetailedErrors());

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => db.Database.CopyAsync(table, Location("f"), copy => copy.WithAuthorization(Keys)));

        Assert.Contains(log, line => line.Contains("ACCESS_KEY_ID '***' SECRET_ACCESS_KEY '***' SESSION_TOKEN '***'", StringComparison.Ordinal));
        Assert.DoesNotContain(log, HasCanary);
        Assert.False(HasCanary(exception.ToString()));
    }

    [Fact]
    public void No_secret_is_in_a_text_form()
    {
        using var db = Context();

        Assert.False(HasCanary(Keys.ToString()));
        Assert.False(HasCanary(string.Create(CultureInfo.InvariantCulture, $"{Keys}")));
        Assert.False(HasCanary(db.Database.ToCopyCommand("t", "s3://b", copy => copy.WithAuthorization(Keys))));
        Assert.False(HasCanary(db.Database.ToUnloadCommand("SELECT 1", "s3://b", unload => unload.WithAuthorization(Keys))));
        Assert.False(HasCanary(db.Sales.ToUnloadCommand("s3://b", unload => unload.WithAuthorization(Keys))));
        Assert.DoesNotContain(typeof(RedshiftAuthorization).GetProperties(), property => !property.GetMethod!.IsStatic);
    }

    private static bool HasCanary(string text)
        => text.Contains("CANARY", StringComparison.OrdinalIgnoreCase);
}
