using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>Each probe is refused as it says, by the rule it names, and each rule is needed for a probe of its own.</summary>
public class RefusalProbesTest
{
    public static TheoryData<string, string> Probes
    {
        get
        {
            var probes = new TheoryData<string, string>();
            foreach (var probe in RefusalProbes.All)
            {
                probes.Add(probe.Rule, Shorten(probe.Sql));
            }

            return probes;
        }
    }

    public static TheoryData<string> Rules
        => new(RuleSet.Default.Rules.Select(rule => rule.Name));

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task Probe_is_refused(string rule, string sql)
    {
        var probe = RefusalProbes.All.Single(probe => probe.Rule == rule && Shorten(probe.Sql) == sql);

        var error = await TranslateAsync(probe, RuleSet.Default);

        Assert.NotNull(error);
        Assert.Equal(probe.SqlState, error.SqlState);
        Assert.Contains(probe.Message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_is_missed_when_it_is_taken_out(string rule)
    {
        var others = new RuleSet([.. RuleSet.Default.Rules.Where(other => other.Name != rule)]);
        var probes = RefusalProbes.All.Where(probe => probe.Rule == rule).ToList();

        Assert.NotEmpty(probes);
        foreach (var probe in probes)
        {
            var error = await TranslateAsync(probe, others);
            if (error is null || error.SqlState != probe.SqlState || !error.Message.Contains(probe.Message, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Without {rule}, all of its probes are still refused in the same way.");
    }

    [Fact]
    public void Probes_name_rules_that_exist()
        => Assert.Empty(RefusalProbes.All.Select(probe => probe.Rule).Except(RuleSet.Default.Rules.Select(rule => rule.Name)));

    [Fact]
    public void Rules_name_a_page_of_the_guide()
        => Assert.All(RuleSet.Default.Rules, rule => Assert.Matches("^[A-Za-z0-9_-]+$", rule.Page));

    private static async Task<RedshiftErrorException?> TranslateAsync(RefusalProbe probe, RuleSet rules)
    {
        try
        {
            await new SqlTranslator(rules, new Rewriter([])).TranslateAsync(
                probe.Sql, new SessionSettings { InTransactionBlock = probe.InTransaction }, new FakeCatalog(), CancellationToken.None);
            return null;
        }
        catch (RedshiftErrorException error)
        {
            return error;
        }
    }

    // A statement of 16 MB makes no name of a test.
    private static string Shorten(string sql)
        => sql.Length > 300 ? sql[..300] : sql;
}
