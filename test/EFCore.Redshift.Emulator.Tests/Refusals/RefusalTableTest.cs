using System.Text;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>The page that lists what the emulator refuses is made from the rules and their probes.</summary>
public class RefusalTableTest
{
    [Fact]
    public void Page_lists_the_rules_and_their_probes()
    {
        var made = Make();
        var page = Path.Combine(FindRoot(), "docs", "emulator-refusals.md");
        if (!File.Exists(page) || File.ReadAllText(page) != made)
        {
            var actual = Path.Combine(AppContext.BaseDirectory, "emulator-refusals.md");
            File.WriteAllText(actual, made);
            Assert.Fail($"docs/emulator-refusals.md does not list the rules as they are. Copy {actual} over it.");
        }
    }

    private static string Make()
    {
        var page = new StringBuilder();
        page.Append("""
            # What the emulator refuses

            Made from the emulator's rules and their tests. Each row is a statement that Redshift refuses, what the answer is, and the page of
            the [Amazon Redshift Database Developer Guide](https://docs.aws.amazon.com/redshift/latest/dg/) that says so. What the guide leaves open
            is refused too, and can be let through by name with `RedshiftEmulatorOptions.Relaxations`; see `UncertainFeature`.

            """.ReplaceLineEndings("\n"));

        foreach (var topic in RuleSet.Default.Rules.GroupBy(rule => rule.GetType().Namespace!.Split('.')[^1]))
        {
            page.Append("\n## ").Append(topic.Key).Append("\n\n| Rule | Refused | SQLSTATE | Message | Page |\n|---|---|---|---|---|\n");
            foreach (var rule in topic)
            {
                foreach (var probe in RefusalProbes.All.Where(probe => probe.Rule == rule.Name && probe.Sql.Length < 1000))
                {
                    page.Append(
                        $"| {rule.Name[..^"Rule".Length]} | {Code(probe.Sql)}{(probe.InTransaction ? " (in a transaction block)" : "")} | {probe.SqlState} "
                        + $"| {Escape(probe.Message)} | [{rule.Page}](https://docs.aws.amazon.com/redshift/latest/dg/{rule.Page}.html) |\n");
                }
            }
        }

        return page.ToString();
    }

    private static string Code(string sql)
        => $"`{Escape(sql)}`";

    private static string Escape(string text)
        => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EFCore.Redshift.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        return folder.FullName;
    }
}
