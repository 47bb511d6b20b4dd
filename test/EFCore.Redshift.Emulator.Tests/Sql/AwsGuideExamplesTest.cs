using System.Text.Json;
using System.Text.RegularExpressions;
using EFCore.Redshift.Emulator.Sql;
using Xunit.Abstractions;

namespace EFCore.Redshift.Emulator.Tests.Sql;

/// <summary>Statements of the examples of the Amazon Redshift Database Developer Guide: the parser takes each.</summary>
public partial class AwsGuideExamplesTest(ITestOutputHelper output)
{
    private const string Absent = "(absent)";

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            if (FindFile() is { } file)
            {
                foreach (var line in File.ReadLines(file))
                {
                    using var example = JsonDocument.Parse(line);
                    examples.Add(example.RootElement.GetProperty("page").GetString()!, example.RootElement.GetProperty("sql").GetString()!);
                }
            }
            else
            {
                examples.Add(Absent, "");
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Statement_of_the_guide_parses_and_prints(string page, string sql)
    {
        if (page == Absent)
        {
            output.WriteLine("The folder with the guide's examples is not beside the repository: nothing to parse.");
            return;
        }

        var statements = SqlParser.Parse(WithNumberedParameters(sql), SqlParserOptions.Default);

        Assert.NotEmpty(statements);
        foreach (var statement in statements)
        {
            var again = Assert.Single(SqlParser.Parse(SqlPrinter.Print(statement), SqlParserOptions.Default));
            Assert.Equal(TreeText.Of(statement), TreeText.Of(again));
        }
    }

    // A part of the examples is written as EF Core logs statements: with a list of parameters in front, and their names in the text.
    internal static string WithNumberedParameters(string sql)
    {
        var statement = sql.StartsWith('@') ? sql[sql.IndexOf("\n\n", StringComparison.Ordinal)..] : sql;
        return NamedParameter().Replace(statement, "$$1");
    }

    [GeneratedRegex("@[a-z_][a-z_0-9]*", RegexOptions.IgnoreCase)]
    private static partial Regex NamedParameter();

    private static string? FindFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "aws-guide-examples.jsonl");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
