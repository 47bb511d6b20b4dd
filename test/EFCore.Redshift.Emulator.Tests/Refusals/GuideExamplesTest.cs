using EFCore.Redshift.Emulator.Refusals.Functions;
using EFCore.Redshift.Emulator.Refusals.Tables;
using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;
using EFCore.Redshift.Emulator.Tests.Sql;
using Xunit.Abstractions;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>Nothing is refused that Amazon's guide shows as working, nor the common shapes of statements.</summary>
public class GuideExamplesTest(ITestOutputHelper output)
{
    // Among the examples are three shapes that no page documents: they need their option.
    private static readonly HashSet<UncertainFeature> NeededOptions =
        [UncertainFeature.BoundLimit, UncertainFeature.CorrelatedSubqueryWithLimit, UncertainFeature.LikeWithEmptyEscape];

    // Three more the guide shows with the words "returns an error".
    private static readonly HashSet<(string Page, string Rule)> ShownAsErrors =
        [("r_LISTAGG", nameof(WithinGroupOrderRule)), ("r_PERCENTILE_CONT", nameof(WithinGroupOrderRule)), ("r_CREATE_VIEW", nameof(LateBindingViewRule))];

    [Theory]
    [MemberData(nameof(AwsGuideExamplesTest.Examples), MemberType = typeof(AwsGuideExamplesTest))]
    public async Task Example_is_accepted(string page, string sql)
    {
        if (sql.Length == 0)
        {
            output.WriteLine($"{page} The folder with the guide's examples is not beside the repository.");
            return;
        }

        var rules = new RuleSet([.. RuleSet.Default.Rules.Where(rule => !ShownAsErrors.Contains((page, rule.Name)))]);
        var statements = await new SqlTranslator(rules, new Rewriter([])).TranslateAsync(
            AwsGuideExamplesTest.WithNumberedParameters(sql), new SessionSettings { Relaxed = NeededOptions }, new FakeCatalog(), CancellationToken.None);

        Assert.NotEmpty(statements);
    }
}
