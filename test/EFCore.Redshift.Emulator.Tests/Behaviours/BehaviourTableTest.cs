using System.Reflection;
using System.Text;

namespace EFCore.Redshift.Emulator.Behaviours;

/// <summary>The page that lists what the emulator answers is made from the probes.</summary>
public class BehaviourTableTest
{
    [Fact]
    public void Page_lists_the_probes()
    {
        var made = Make();
        var page = Path.Combine(FindRoot(), "docs", "emulator-answers.md");
        if (!File.Exists(page) || File.ReadAllText(page) != made)
        {
            var actual = Path.Combine(AppContext.BaseDirectory, "emulator-answers.md");
            File.WriteAllText(actual, made);
            Assert.Fail($"docs/emulator-answers.md does not list the probes as they are. Copy {actual} over it.");
        }
    }

    private static string Make()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # What the emulator answers

            Made from the emulator's tests. Each row is what Redshift is given, the rows of the last statement as text (columns are separated by
            `|`, rows by `/`), and the page of the [Amazon Redshift Database Developer Guide](https://docs.aws.amazon.com/redshift/latest/dg/)
            that says so. The table `winsales` is that of the guide's examples of window functions.

            """.ReplaceLineEndings("\n"));

        foreach (var test in typeof(BehaviourTest).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BehaviourTest))).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            page.Append("\n## ").Append(test.Name[..^"Test".Length]).Append("\n\n| Statements | Answer | Page |\n|---|---|---|\n");
            foreach (var probe in test.GetMethod("Answers")!.GetCustomAttributes<InlineDataAttribute>().SelectMany(attribute => attribute.GetData(null!)))
            {
                var statements = probe[2] is string[] several ? string.Join("; ", several) : (string)probe[2];
                var answer = ((string)probe[1]).Replace("\n", " / ", StringComparison.Ordinal);
                page.Append($"| {Code(statements)} | {Code(answer)} | [{probe[0]}](https://docs.aws.amazon.com/redshift/latest/dg/{probe[0]}.html) |\n");
            }
        }

        return page.ToString();
    }

    private static string Code(string text)
        => text.Length == 0 ? "" : $"`` {string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal)} ``";

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
