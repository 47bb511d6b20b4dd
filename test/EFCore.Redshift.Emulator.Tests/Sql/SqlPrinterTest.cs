using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Tests.Sql;

public class SqlPrinterTest
{
    public static TheoryData<string> Samples => [.. SqlSamples.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Printed_text_parses_to_the_same_tree(string sql)
    {
        var statement = Assert.Single(SqlParser.Parse(sql, SqlParserOptions.Default));
        var printed = SqlPrinter.Print(statement);
        if (!OpaqueNodes.Any(statement))
        {
            var again = Assert.Single(SqlParser.Parse(printed, SqlParserOptions.Default));
            Assert.Equal(printed, SqlPrinter.Print(again));
            Assert.Equal(TreeText.Of(statement), TreeText.Of(again));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Rewriter_that_changes_nothing_returns_the_same_tree(string sql)
    {
        var statement = Assert.Single(SqlParser.Parse(sql, SqlParserOptions.Default));

        Assert.Same(statement, new IdleRewriter().Rewrite(statement));
    }

    private sealed class IdleRewriter : SqlTreeRewriter;
}
