using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Tests.Sql;

/// <summary>Random and mutated SQL: it parses or is refused with the server's error, and what parses prints to the same tree.</summary>
public class SqlFuzzTest
{
    private static readonly string[] Samples = [.. SqlSamples.All];

    private static readonly string[] Tokens = [.. Samples.SelectMany(TokensOf).Distinct()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Samples_with_tokens_changed(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            Check(MutateTokens(random), compareTrees: i % 20 == 0);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Samples_with_characters_changed(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 15_000; i++)
        {
            Check(MutateCharacters(random), compareTrees: false);
        }
    }

    [Fact]
    public void Random_tokens()
    {
        var random = new Random(21);
        for (var i = 0; i < 10_000; i++)
        {
            Check("select " + string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pick(random, Tokens))), compareTrees: false);
        }
    }

    [Fact]
    public void Random_expressions()
    {
        var random = new Random(31);
        for (var i = 0; i < 10_000; i++)
        {
            Check("select " + RandomExpression(random, 4), compareTrees: true);
        }
    }

    private static void Check(string sql, bool compareTrees)
    {
        IReadOnlyList<Statement> statements;
        try
        {
            statements = SqlParser.Parse(sql, SqlParserOptions.Default);
        }
        catch (RedshiftErrorException)
        {
            return;
        }

        foreach (var statement in statements)
        {
            if (OpaqueNodes.Any(statement))
            {
                continue;
            }

            var printed = SqlPrinter.Print(statement);
            try
            {
                var again = Assert.Single(SqlParser.Parse(printed, SqlParserOptions.Default));
                Assert.Equal(printed, SqlPrinter.Print(again));
                if (compareTrees)
                {
                    Assert.Equal(TreeText.Of(statement), TreeText.Of(again));
                }
            }
            catch (Exception exception)
            {
                Assert.Fail($"{sql}\nwas printed as\n{printed}\n{exception.Message}");
            }
        }
    }

    private static string MutateTokens(Random random)
    {
        var tokens = TokensOf(Pick(random, Samples)).ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(tokens.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < tokens.Count:
                    tokens.RemoveAt(at);
                    break;
                case 1 when at < tokens.Count:
                    tokens[at] = Pick(random, Tokens);
                    break;
                case 2 when at + 1 < tokens.Count:
                    (tokens[at], tokens[at + 1]) = (tokens[at + 1], tokens[at]);
                    break;
                case 3:
                    tokens.InsertRange(at, TokensOf(Pick(random, Samples)).Take(random.Next(1, 6)));
                    break;
                default:
                    tokens.Insert(at, Pick(random, Tokens));
                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    private static string MutateCharacters(Random random)
    {
        const string Characters = "'\"\\$;()[]-/*#@|e\n\0é:.,1";
        var characters = Pick(random, Samples).ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(characters.Count + 1);
            switch (random.Next(3))
            {
                case 0 when at < characters.Count:
                    characters.RemoveAt(at);
                    break;
                case 1 when at < characters.Count:
                    characters[at] = Characters[random.Next(Characters.Length)];
                    break;
                default:
                    characters.Insert(at, Characters[random.Next(Characters.Length)]);
                    break;
            }
        }

        return string.Concat(characters);
    }

    private static string RandomExpression(Random random, int depth)
    {
        if (depth == 0)
        {
            return Pick(random, ["a", "b.c", "1", "-1", "'x'", "$1", "null", "true", "date '2008-01-01'", "sysdate", "t.s[0].x"]);
        }

        var left = RandomExpression(random, random.Next(depth));
        var right = RandomExpression(random, random.Next(depth));
        return random.Next(16) switch
        {
            0 => $"({left})",
            1 => $"{left} {Pick(random, ["and", "or"])} {right}",
            2 => $"not {left}",
            3 => $"{left} is {Pick(random, ["null", "not null", "true", "not unknown", "distinct from 1"])}",
            4 => $"{left} {Pick(random, ["like", "not ilike", "similar to"])} {right}",
            5 => $"{left} between {right} and {RandomExpression(random, random.Next(depth))}",
            6 => $"{left} in ({right}, {left})",
            7 => $"{Pick(random, ["- ", "+ ", "~ ", "@ ", "|/ ", "||/ "])}{left}",
            8 => $"{left}::{Pick(random, ["int", "varchar(3)", "timestamp"])}",
            9 => $"case when {left} then {right} end",
            10 => $"f({left}, {right})",
            11 => $"{left} at time zone {right}",
            12 => $"({left}, {right})",
            13 => $"{left} collate x",
            _ => $"{left} {Pick(random, ["=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "||", "&", "#", "<<", "->", "~"])} {right}"
        };
    }

    private static IEnumerable<string> TokensOf(string sql)
        => SqlLexer.Tokenize(sql).Where(token => token.Kind != SqlTokenKind.End).Select(token => sql[token.Start..token.End]);

    private static string Pick(Random random, string[] items) => items[random.Next(items.Length)];
}
