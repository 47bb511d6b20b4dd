using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>Mutated statements: whatever parses is bound, checked, rewritten and printed, or refused with the server's error.</summary>
public class TranslatorFuzzTest
{
    private static readonly string[] Samples =
        [.. RefusalProbes.All.Select(probe => probe.Sql).Where(sql => sql.Length < 1000), .. AcceptanceProbesTest.Statements];

    private static readonly string[] Words = [.. Samples.SelectMany(sample => sample.Split(' ')).Distinct()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Mutated_statement_is_translated_or_refused(int seed)
    {
        var random = new Random(seed);
        var translator = new SqlTranslator();
        var catalog = new FakeCatalog();
        var accepted = 0;

        for (var i = 0; i < 10_000; i++)
        {
            var sql = Mutate(random);
            try
            {
                await translator.TranslateAsync(sql, new SessionSettings(), catalog, CancellationToken.None);
                accepted++;
            }
            catch (RedshiftErrorException)
            {
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception.GetType().Name} in: {sql}{Environment.NewLine}{exception}");
            }
        }

        // Neither all nor none: otherwise nothing was tried.
        Assert.InRange(accepted, 500, 9_500);
    }

    private static string Mutate(Random random)
    {
        var words = Samples[random.Next(Samples.Length)].Split(' ').ToList();
        for (var change = random.Next(0, 3); change >= 0; change -= 2)
        {
            var at = random.Next(words.Count);
            switch (random.Next(4))
            {
                case 0 when words.Count > 1:
                    words.RemoveAt(at);
                    break;
                case 1:
                    words.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                case 2:
                    words[at] = Words[random.Next(Words.Length)];
                    break;
                default:
                    var other = random.Next(words.Count);
                    (words[at], words[other]) = (words[other], words[at]);
                    break;
            }
        }

        return string.Join(' ', words);
    }
}
