namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(int Sales, string? DataFolder, string? Connection, string? S3, string? IamRole)
{
    public const string Usage =
        """
        Usage: eng/quickstart.sh [--sales N] [--data DIR] [--connection "..." --s3 s3://bucket/prefix --iam-role ARN]
          --sales N           how many sales to generate (default 50000)
          --data DIR          use the TICKIT files that AWS publishes instead of generated ones
          --connection "..."  run on a real cluster instead of the emulator; the files are copied to --s3 by the AWS command line
          --s3 s3://...       an empty prefix that the cluster may read and write
          --iam-role ARN      the role the cluster takes for that
        """;

    public static Arguments Parse(string[] args)
    {
        var arguments = new Arguments(Sales: 50_000, null, null, null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"'{args[i]}' needs a value.");
            arguments = args[i] switch
            {
                "--sales" when int.TryParse(value, out var sales) && sales > 0 => arguments with { Sales = sales },
                "--sales" => throw new ArgumentException($"--sales takes a positive number, not '{value}'."),
                "--data" when Directory.Exists(value) => arguments with { DataFolder = value },
                "--data" => throw new ArgumentException($"There is no folder '{value}'."),
                "--connection" => arguments with { Connection = value },
                "--s3" when value.StartsWith("s3://", StringComparison.Ordinal) => arguments with { S3 = value.TrimEnd('/') },
                "--s3" => throw new ArgumentException($"--s3 takes s3://bucket/prefix, not '{value}'."),
                "--iam-role" => arguments with { IamRole = value },
                _ => throw new ArgumentException($"'{args[i]}' is not an option.")
            };
        }

        return arguments is { Connection: not null } and ({ S3: null } or { IamRole: null })
            ? throw new ArgumentException("--connection needs --s3 and --iam-role.")
            : arguments.MissingFile is { } file
            ? throw new ArgumentException($"The folder '{arguments.DataFolder}' has no file '{file}'.")
            : arguments;
    }

    /// <summary>The tables with the files that fill them.</summary>
    public IReadOnlyList<TickitTable> Tables
        => DataFolder is null ? TickitTable.All : TickitTable.AllOfAws;

    private string? MissingFile
        => DataFolder is null ? null : Tables.Select(table => table.File).FirstOrDefault(file => !File.Exists(Path.Combine(DataFolder, file)));
}
