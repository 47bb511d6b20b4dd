using System.ComponentModel;
using System.Diagnostics;
using EFCore.Redshift.Emulator;

namespace QuickStart;

/// <summary>Where the sample runs: the emulator with a folder as its object store, or a real cluster with S3.</summary>
internal sealed class Warehouse : IAsyncDisposable
{
    private readonly RedshiftEmulator? _emulator;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("quickstart-");

    private Warehouse(RedshiftEmulator? emulator, string connectionString, string s3, string iamRole)
    {
        _emulator = emulator;
        ConnectionString = connectionString;
        S3 = s3;
        IamRole = iamRole;
    }

    public string ConnectionString { get; }

    /// <summary>The prefix below which the files are, without a slash at its end.</summary>
    public string S3 { get; }

    public string IamRole { get; }

    public static async Task<Warehouse> OpenAsync(Arguments arguments)
    {
        if (arguments.Connection is not null)
        {
            return new Warehouse(null, arguments.Connection, arguments.S3!, arguments.IamRole!);
        }

        var emulator = await RedshiftEmulator.StartAsync(new RedshiftEmulatorOptions());
        return new Warehouse(emulator, emulator.ConnectionString, "s3://quickstart", "arn:aws:iam::123456789012:role/quickstart");
    }

    /// <summary>Puts the files of the sample where COPY finds them.</summary>
    public async Task StageAsync(Arguments arguments)
    {
        var source = arguments.DataFolder;
        if (source is null)
        {
            source = _files.FullName;
            new TickitGenerator(arguments.Sales).Write(source);
        }

        if (_emulator is not null)
        {
            var bucket = Directory.CreateDirectory(Path.Combine(_emulator.S3Root, "quickstart", "tickit")).FullName;
            foreach (var file in Directory.EnumerateFiles(source))
            {
                File.Copy(file, Path.Combine(bucket, Path.GetFileName(file)), overwrite: true);
            }

            return;
        }

        if (await CopyToS3Async(source) != 0)
        {
            throw new InvalidOperationException($"'aws s3 sync' could not copy the files to {S3}/tickit.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _files.Delete(recursive: true);
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    private async Task<int> CopyToS3Async(string folder)
    {
        try
        {
            using var aws = Process.Start("aws", ["s3", "sync", "--only-show-errors", folder, $"{S3}/tickit"]);
            await aws.WaitForExitAsync();
            return aws.ExitCode;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("The AWS command line, which copies the files to S3, is not installed: https://aws.amazon.com/cli/");
        }
    }
}
