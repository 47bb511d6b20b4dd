using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Tests.Sql;

public class SqlParserTest
{
    // Parentheses in the second column show what was read as one.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_compound_expressions.html
    [Theory]
    [InlineData("a or b and c", "\"a\" OR \"b\" AND \"c\"")]
    [InlineData("(a or b) and c", "(\"a\" OR \"b\") AND \"c\"")]
    [InlineData("not a = b", "NOT \"a\" = \"b\"")]
    [InlineData("(not a) = b", "(NOT \"a\") = \"b\"")]
    [InlineData("a = b is null", "\"a\" = (\"b\" IS NULL)")]
    [InlineData("(a = b) is null", "(\"a\" = \"b\") IS NULL")]
    [InlineData("a = b = c", "\"a\" = (\"b\" = \"c\")")]
    [InlineData("a <= b = c", "(\"a\" <= \"b\") = \"c\"")]
    [InlineData("a || b <> c", "(\"a\" || \"b\") <> \"c\"")]
    [InlineData("a || b = c || d", "\"a\" || \"b\" = \"c\" || \"d\"")]
    [InlineData("a || b is null", "\"a\" || (\"b\" IS NULL)")]
    [InlineData("a + b is null", "\"a\" + \"b\" IS NULL")]
    [InlineData("a || b || c", "\"a\" || \"b\" || \"c\"")]
    [InlineData("a || (b || c)", "\"a\" || (\"b\" || \"c\")")]
    [InlineData("a & b | c", "(\"a\" & \"b\") | \"c\"")]
    [InlineData("a + b * c ^ d", "\"a\" + \"b\" * \"c\" ^ \"d\"")]
    [InlineData("a - (b - c)", "\"a\" - (\"b\" - \"c\")")]
    [InlineData("-a ^ b", "-\"a\" ^ \"b\"")]
    [InlineData("- -a", "-(-\"a\")")]
    [InlineData("-a::int", "-CAST(\"a\" AS integer)")]
    [InlineData("@ a * b", "@ (\"a\" * \"b\")")]
    [InlineData("@ a + b", "(@ \"a\") + \"b\"")]
    [InlineData("|/ a * b", "(|/ \"a\") * \"b\"")]
    [InlineData("a in (1) = b", "(\"a\" IN (1)) = \"b\"")]
    [InlineData("a like b || c", "\"a\" LIKE \"b\" || \"c\"")]
    [InlineData("a between b and c and d", "\"a\" BETWEEN \"b\" AND \"c\" AND \"d\"")]
    [InlineData("a between (b at time zone c) and d", "\"a\" BETWEEN (\"b\" AT TIME ZONE \"c\") AND \"d\"")]
    [InlineData("a between (b collate c) || d and e", "\"a\" BETWEEN (\"b\" COLLATE \"c\" || \"d\") AND \"e\"")]
    [InlineData("a at time zone b || c", "\"a\" AT TIME ZONE \"b\" || \"c\"")]
    [InlineData("a + b at time zone c", "\"a\" + \"b\" AT TIME ZONE \"c\"")]
    [InlineData("a != b", "\"a\" <> \"b\"")]
    [InlineData("a notnull", "\"a\" IS NOT NULL")]
    public void Operators_bind_as_in_the_server(string expression, string printed)
        => Assert.Equal($"SELECT {printed}", Print($"select {expression}"));

    [Theory]
    [InlineData("select A, \"B\", \"c\"\"D\" from T", "SELECT \"a\", \"b\", \"c\"\"d\" FROM \"t\"")]
    [InlineData("select ÄÖ, \"ÄÖ\"", "SELECT \"ÄÖ\", \"ÄÖ\"")]
    [InlineData("select a.B.\"C\"", "SELECT \"a\".\"b\".\"c\"")]
    [InlineData("select #T.a from #T", "SELECT \"#t\".\"a\" FROM \"#t\"")]
    public void Names_fold_to_lower_case_even_in_quotes(string sql, string printed)
        => Assert.Equal(printed, Print(sql));

    [Fact]
    public void Quoted_names_keep_their_case_when_identifiers_are_case_sensitive()
        => Assert.Equal(
            "SELECT \"a\", \"B\" FROM \"T\"",
            SqlPrinter.Print(SqlParser.Parse("select A, \"B\" from \"T\"", new SqlParserOptions(CaseSensitiveIdentifiers: true))[0]));

    // https://docs.aws.amazon.com/redshift/latest/dg/r_names.html
    [Theory]
    [InlineData("a", 127)]
    [InlineData("ä", 63)]
    [InlineData("😀", 31)]
    public void Names_are_cut_at_127_bytes(string character, int characters)
    {
        var name = string.Concat(Enumerable.Repeat(character, 200));

        Assert.Equal($"SELECT \"{string.Concat(Enumerable.Repeat(character, characters))}\"", Print($"select \"{name}\""));
        Assert.Equal(
            "42622",
            Assert.Throws<RedshiftErrorException>(
                () => SqlParser.Parse($"select {name}", new SqlParserOptions(RefuseLongIdentifiers: true))).SqlState);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_pg_keywords.html
    [Theory]
    [InlineData("select tag from t", "tag", 8)]
    [InlineData("create table t (percent int)", "percent", 17)]
    [InlineData("create table user (a int)", "user", 14)]
    [InlineData("select a open from t", "open", 10)]
    [InlineData("select 1 from t as offset", "offset", 20)]
    [InlineData("alter table t add column snapshot int", "snapshot", 26)]
    public void Reserved_words_are_no_names(string sql, string word, int position) => AssertSyntaxError(sql, word, position);

    [Theory]
    [InlineData("select \"tag\", t.tag, 1 as tag from t")]
    [InlineData("select type, name, date, year, value, key, level, status, rows from t")]
    [InlineData("select left(a, 1), right(a, 1) from t")]
    [InlineData("select oid from pg_class")]
    [InlineData("select timestamp, array from t as f, f.a as array")]
    public void Words_that_are_not_reserved_or_in_quotes_or_after_AS_are_names(string sql) => Assert.NotEmpty(Print(sql));

    [Theory]
    [InlineData("'a\\b\\f\\n\\r\\t\\\\\\'\\\"\\q'", "a\b\f\n\r\t\\'\"q")]
    [InlineData("'\\101\\60\\x42\\x4'", "A0B\u0004")]
    [InlineData("'\\303\\244\\xc3\\xb6x'", "äöx")]
    [InlineData("'a''b'", "a'b")]
    [InlineData("'a'\n 'b' \r\n'c'", "abc")]
    [InlineData("'a'\n-- it's\n 'b'", "ab")]
    [InlineData("'a' -- it's\n'b'", "ab")]
    [InlineData("'😀\\n'", "😀\n")]
    [InlineData("$x$a\\n'$$$x$", "a\\n'$$")]
    public void Strings_are_decoded_as_PostgreSQL_8_decodes_them(string literal, string value)
    {
        var select = Assert.IsType<SelectQuery>(Parse("select " + literal));

        Assert.Equal(value, Assert.IsType<StringLiteral>(Assert.IsType<SelectExpression>(select.Items[0]).Expression).Value);
    }

    [Theory]
    [InlineData("'\\303'")]
    [InlineData("'\\xff'")]
    [InlineData("'\\303x'")]
    [InlineData("'\\000'")]
    public void Bytes_that_are_no_UTF8_are_refused(string literal)
        => Assert.Equal("22021", Assert.Throws<RedshiftErrorException>(() => Parse("select " + literal)).SqlState);

    [Fact]
    public void Printed_strings_double_quotes_and_backslashes()
        => Assert.Equal("SELECT 'it''s \\\\ a\nb'", Print("select 'it\\'s \\\\ a\\nb'"));

    [Theory]
    [InlineData("int4", "integer")]
    [InlineData("int8", "bigint")]
    [InlineData("float(24)", "real")]
    [InlineData("float", "double precision")]
    [InlineData("decimal(18,2)", "numeric(18, 2)")]
    [InlineData("varchar(max)", "character varying(65535)")]
    [InlineData("char", "character")]
    [InlineData("nvarchar(5)", "character varying(5)")]
    [InlineData("timestamptz", "timestamp with time zone")]
    [InlineData("timestamp(3)", "timestamp(3) without time zone")]
    [InlineData("binary varying(3)", "varbyte(3)")]
    [InlineData("pg_catalog.int4", "integer")]
    [InlineData("\"char\"", "\"char\"")]
    [InlineData("super", "super")]
    [InlineData("s.\"T\"", "\"s\".\"t\"")]
    public void Types_get_their_canonical_names(string type, string printed)
        => Assert.Equal($"SELECT CAST(\"a\" AS {printed})", Print($"select a::{type}"));

    [Theory]
    [InlineData("", "end", 1)]
    [InlineData("selec 1", "selec", 1)]
    [InlineData("select 1 1", "1", 10)]
    [InlineData("select (1", "end", 10)]
    [InlineData("select a from t where", "end", 22)]
    [InlineData("select a from t qualify row_number() over () = 1", "row_number", 25)]
    [InlineData("select 1 limit 1, 2", null, 17)]
    [InlineData("select a < b < c", "<", 14)]
    [InlineData("select '😀' from from", "from", 17)]
    [InlineData("insert into t values", "end", 21)]
    [InlineData("update t set a", "end", 15)]
    [InlineData("create table t ()", ")", 17)]
    [InlineData("select * from a join b", "end", 23)]
    [InlineData("select 1; selec 2", "selec", 11)]
    [InlineData("copy t from 's3://x' nonsense", "nonsense", 22)]
    [InlineData("create frobnicate x", "frobnicate", 8)]
    [InlineData("select ! a", "!", 8)]
    [InlineData("select a from t offset 2 rows", "rows", 26)]
    [InlineData("select a between b at time zone c and d", "at", 20)]
    [InlineData("select a between b is null and d", "is", 20)]
    [InlineData("create table t (a int default 1 is null)", "is", 33)]
    public void Text_that_is_not_SQL_is_a_syntax_error_where_it_stops_to_be(string sql, string? near, int position)
    {
        if (sql.Length == 0)
        {
            Assert.Empty(SqlParser.Parse(sql, SqlParserOptions.Default));
        }
        else
        {
            AssertSyntaxError(sql, near, position);
        }
    }

    [Fact]
    public void Statements_of_a_text_are_parsed_one_by_one()
        => Assert.Equal(
            ["BeginStatement", "SelectQuery", "CommitStatement"],
            SqlParser.Parse(";; begin; /* c */ select ';' ;; commit;", SqlParserOptions.Default).Select(statement => statement.GetType().Name));

    [Fact]
    public void Nodes_know_where_they_start()
    {
        var select = Assert.IsType<SelectQuery>(Parse("  select '😀', a + b from t x"));

        Assert.Equal(3, select.Position);
        Assert.Equal([10, 15], select.Items.Select(item => item.Position));
        Assert.Equal(26, select.From[0].Position);
    }

    [Theory]
    [InlineData("create index i on t (a)", "CREATE INDEX")]
    [InlineData("create unique index i on t (a)", "CREATE INDEX")]
    [InlineData("create or replace function f() returns int as $$ select ';' $$ language sql", "CREATE FUNCTION")]
    [InlineData("alter index i rename to j", "ALTER INDEX")]
    [InlineData("create text search configuration x", "CREATE TEXT SEARCH")]
    [InlineData("do $$ begin; end $$", "DO")]
    [InlineData("notify x, 'y;z'", "NOTIFY")]
    [InlineData("copy job list", "COPY JOB")]
    public void Statements_that_Redshift_lacks_are_known_by_name(string sql, string command)
        => Assert.Equal(command, Assert.IsType<UnsupportedStatement>(Parse(sql)).Command);

    // https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html
    [Fact]
    public void Copy_is_a_source_an_authorization_and_options()
    {
        var copy = Assert.IsType<CopyStatement>(
            Parse("copy s.t (a, b) from 's3://b/k' iam_role 'arn' format as csv quote as '%' maxerror 10 compupdate true null as '\\\\N'"));

        Assert.Equal(["s", "t"], copy.Table.Parts);
        Assert.Equal(["a", "b"], copy.Columns.Select(column => column.Name));
        Assert.Equal("s3://b/k", copy.Source.Value);
        Assert.Equal("arn", Assert.IsType<IamRoleAuthorization>(copy.Authorization).Roles);
        Assert.Equal(
            [
                (TransferOptionKind.Csv, null, null, null), (TransferOptionKind.Quote, "%", null, null),
                (TransferOptionKind.MaxError, null, 10m, null), (TransferOptionKind.CompUpdate, null, null, "ON"),
                (TransferOptionKind.NullAs, "\\N", null, null)
            ],
            copy.Options.Select(option => (option.Kind, option.Text, option.Number, option.Word)));
    }

    [Theory]
    [InlineData("copy t from 's3://b' access_key_id 'k' gzip secret_access_key 's' session_token 't'")]
    [InlineData("copy t from 's3://b' session_token 't' secret_access_key 's' access_key_id 'k'")]
    public void Keys_of_copy_come_in_any_order(string sql)
    {
        var keys = Assert.IsType<AccessKeyAuthorization>(Assert.IsType<CopyStatement>(Parse(sql)).Authorization);

        Assert.Equal(("k", "s", "t"), (keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken));
    }

    [Fact]
    public void Copy_takes_one_authorization()
        => Assert.StartsWith(
            "conflicting or redundant credentials",
            Assert.Throws<RedshiftErrorException>(() => Parse("copy t from 's3://b' iam_role 'r' credentials 'c'")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Secrets_are_not_formatted()
    {
        Assert.DoesNotContain("hush", Parse("copy t from 's3://b' credentials 'hush'").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", Parse("create user u password 'hush'").ToString(), StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    [Fact]
    public void Query_of_unload_is_parsed_from_its_decoded_text()
    {
        var unload = Assert.IsType<UnloadStatement>(
            Parse("unload ('select ''a\\\\\\\\b'' from t') to 's3://b/p' iam_role default partition by (x, y) include maxfilesize 6.2 gb"));

        Assert.Equal("select 'a\\\\b' from t", unload.QueryText.Value);
        Assert.Equal("SELECT 'a\\\\b' FROM \"t\"", SqlPrinter.Print(unload.Query));
        Assert.Equal(0, unload.Query.Position);
        Assert.Equal(["x", "y"], unload.Options[0].Columns.Select(column => column.Name));
        Assert.Equal((6.2m, "GB"), (unload.Options[1].Number, unload.Options[1].Word));
    }

    [Theory]
    [InlineData("unload ('selec') to 's3://b'")]
    [InlineData("unload ('select 1; select 2') to 's3://b'")]
    [InlineData("unload ('delete from t') to 's3://b'")]
    public void Unload_takes_one_query(string sql)
    {
        var exception = Assert.Throws<RedshiftErrorException>(() => Parse(sql));

        Assert.Equal(("42601", null), (exception.SqlState, exception.Position));
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/query-super.html
    [Fact]
    public void Path_into_a_SUPER_value_is_a_column_with_steps()
    {
        var select = Assert.IsType<SelectQuery>(Parse("select t.s.a[0].b from t, t.s AS e AT i, t.s[1].c AS f"));

        var field = Assert.IsType<FieldAccess>(Assert.IsType<SelectExpression>(select.Items[0]).Expression);
        var subscript = Assert.IsType<Subscript>(field.Operand);
        Assert.Equal("b", field.Name);
        Assert.Equal(["t", "s", "a"], Assert.IsType<ColumnReference>(subscript.Operand).Parts);
        var iteration = Assert.IsType<NamedTable>(select.From[1]);
        Assert.Equal(["t", "s"], iteration.Name.Parts);
        Assert.Equal(("e", "i"), (iteration.Alias?.Name.Name, iteration.IndexAlias?.Name));
        Assert.Equal("f", Assert.IsType<PathTable>(select.From[2]).Alias?.Name.Name);
    }

    [Theory]
    [InlineData("(", 200_000)]
    [InlineData("not ", 200_000)]
    [InlineData("- ", 200_000)]
    [InlineData("case when ", 100_000)]
    [InlineData("f(", 100_000)]
    [InlineData("array[", 100_000)]
    [InlineData("(select ", 100_000)]
    [InlineData("a in (", 100_000)]
    [InlineData("a = any (", 100_000)]
    public void Nesting_without_end_is_refused(string opening, int times)
        => Assert.Equal(
            "54001",
            Assert.Throws<RedshiftErrorException>(
                () => Parse("select " + string.Concat(Enumerable.Repeat(opening, times)))).SqlState);

    [Theory]
    [InlineData("select * from ", "(select * from ", 100_000)]
    [InlineData("select * from ", "(", 100_000)]
    [InlineData("select * from a ", "join b ", 100_000)]
    [InlineData("select a from t group by ", "grouping sets (", 100_000)]
    [InlineData("", "explain ", 100_000)]
    [InlineData("", "with a as (", 100_000)]
    [InlineData("", "(", 200_000)]
    public void Nesting_of_queries_without_end_is_refused(string start, string opening, int times)
        => Assert.Equal(
            "54001",
            Assert.Throws<RedshiftErrorException>(() => Parse(start + string.Concat(Enumerable.Repeat(opening, times)))).SqlState);

    [Theory]
    [InlineData("a = 1", " and ")]
    [InlineData("a = 1", " or ")]
    [InlineData("1", ", ")]
    public void Long_chains_do_not_nest(string item, string separator)
    {
        var sql = "select " + string.Join(separator, Enumerable.Repeat(item, 50_000));

        Assert.Equal(Print(sql), Print(Print(sql)));
    }

    [Fact]
    public void Long_unions_do_not_nest()
    {
        var union = Assert.IsType<SetOperation>(Parse(string.Join(" union all ", Enumerable.Repeat("select 1", 50_000))));

        Assert.Equal(50_000, union.Operands.Count);
        Assert.Equal(50_000 * "SELECT 1".Length + 49_999 * " UNION ALL ".Length, SqlPrinter.Print(union).Length);
    }

    // A chain of other operators nests to the left: parsed without recursion, and walked as far as the stack allows.
    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public void Deep_trees_are_walked_or_refused(int operands)
    {
        var tree = Parse("select " + string.Join(" || ", Enumerable.Repeat("a", operands)));

        if (operands == 1_000)
        {
            Assert.Equal("SELECT ".Length + (operands * 3) + ((operands - 1) * 4), SqlPrinter.Print(tree).Length);
        }
        else
        {
            Assert.Equal("54001", Assert.Throws<RedshiftErrorException>(() => SqlPrinter.Print(tree)).SqlState);
            Assert.Equal("54001", Assert.Throws<RedshiftErrorException>(() => OpaqueNodes.Any(tree)).SqlState);
        }
    }

    private static Statement Parse(string sql) => Assert.Single(SqlParser.Parse(sql, SqlParserOptions.Default));

    private static string Print(string sql) => SqlPrinter.Print(Parse(sql));

    private static void AssertSyntaxError(string sql, string? near, int position)
    {
        var exception = Assert.Throws<RedshiftErrorException>(() => SqlParser.Parse(sql, SqlParserOptions.Default));
        var message = near switch
        {
            null => exception.Message,
            "end" => "syntax error at end of input",
            _ => $"syntax error at or near \"{near}\""
        };
        Assert.Equal(("42601", message, position), (exception.SqlState, exception.Message, exception.Position));
    }
}
