using System.Diagnostics;
using System.Text;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Packaging;

/// <summary>The packages as a user gets them: restored from a folder into a fresh project that runs a query.</summary>
public sealed class PackagesTest : IDisposable
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
            <RestorePackagesPath>packages</RestorePackagesPath>
            <RestoreFallbackFolders>FALLBACK</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="EFCore.Redshift" Version="VERSION" />
            <PackageReference Include="EFCore.Redshift.Emulator" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    private const string Configuration =
        """
        <configuration>
          <packageSources>
            <add key="local" value="feed" />
          </packageSources>
        </configuration>
        """;

    private const string Program =
        """
        using EFCore.Redshift.Emulator;
        using Microsoft.EntityFrameworkCore;

        await using var server = await RedshiftEmulator.StartAsync(new RedshiftEmulatorOptions());
        await using var db = new Shop(server.ConnectionString);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE item (id integer, name varchar(20)) DISTSTYLE ALL SORTKEY(id)");
        await db.Database.ExecuteSqlRawAsync("INSERT INTO item VALUES (1, 'one'), (2, 'two')");
        Console.WriteLine("found " + string.Join(",", await db.Items.Where(i => i.Id > 1).Select(i => i.Name).ToListAsync()));

        public class Item
        {
            public int Id { get; set; }
            public string? Name { get; set; }
        }

        public class Shop(string connectionString) : DbContext
        {
            public DbSet<Item> Items => Set<Item>();

            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseRedshift(connectionString);

            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Item>().ToTable("item");
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packages-test-");

    [Fact]
    public async Task Both_packages_restore_into_a_fresh_project_that_runs_a_query()
    {
        var feed = Path.Combine(_folder.FullName, "feed");
        await RunAsync("bash", Path.Combine(Repository.Root, "eng", "pack.sh"), feed);

        var package = Assert.Single(Directory.GetFiles(feed, "EFCore.Redshift.Emulator.*.nupkg"));
        var version = Path.GetFileNameWithoutExtension(package)["EFCore.Redshift.Emulator.".Length..];
        var project = Project.Replace("VERSION", version).Replace("FALLBACK", Repository.PackagesFolder);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "App.csproj"), project);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "NuGet.config"), Configuration);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Program.cs"), Program);

        var output = await RunAsync("dotnet", "run", "--project", Path.Combine(_folder.FullName, "App.csproj"));

        Assert.Contains("found two", output);
    }

    public void Dispose()
        => _folder.Delete(recursive: true);

    private static async Task<string> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What the surrounding test run sets for its own build is not meant for this one.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");

        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, e) => Append(e.Data);
        process.ErrorDataReceived += (_, e) => Append(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}\n{output}");
        return output.ToString();

        void Append(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
