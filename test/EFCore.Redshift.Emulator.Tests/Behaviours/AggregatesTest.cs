using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Behaviours;

/// <summary>Aggregates and window functions over the table that the guide's examples of window functions use.</summary>
public class AggregatesTest(EmulatorFixture emulator) : BehaviourTest(emulator)
{
    private const string Table =
        "CREATE TEMP TABLE winsales (salesid int, dateid date, sellerid int, buyerid char(10), qty int, qty_shipped int)";

    private const string Rows =
        """
        INSERT INTO winsales VALUES
            (30001, '2003-08-02', 3, 'b', 10, 10), (10001, '2003-12-24', 1, 'c', 10, 10), (10005, '2003-12-24', 1, 'a', 30, NULL),
            (40001, '2004-01-09', 4, 'a', 40, NULL), (10006, '2004-01-18', 1, 'c', 10, NULL), (20001, '2004-02-12', 2, 'b', 20, 20),
            (40005, '2004-02-12', 4, 'a', 10, 10), (20002, '2004-02-16', 2, 'c', 20, 20), (30003, '2004-04-18', 3, 'b', 15, NULL),
            (30004, '2004-04-18', 3, 'b', 20, NULL), (30007, '2004-09-07', 3, 'c', 30, NULL)
        """;

    [Theory]
    [InlineData("r_AVG", "19", "SELECT AVG(qty) FROM winsales")]
    [InlineData("r_AVG", "19.5", "SELECT ROUND(AVG(CAST(qty AS float)), 1) FROM winsales")]
    [InlineData("r_AVG", "19.55", "SELECT AVG(CAST(qty AS decimal(10, 2))) FROM winsales")]
    [InlineData("r_SUM", "215|null", "SELECT SUM(qty), SUM(CASE WHEN qty > 100 THEN qty END) FROM winsales")]
    [InlineData("r_COUNT", "11|5|5", "SELECT COUNT(*), COUNT(qty_shipped), COUNT(DISTINCT qty) FROM winsales")]
    [InlineData("r_COUNT", "4", "SELECT APPROXIMATE COUNT(DISTINCT sellerid) FROM winsales")]
    [InlineData("r_MAX", "40|10", "SELECT MAX(qty), MIN(qty) FROM winsales")]
    [InlineData("r_MEDIAN", "20.0", "SELECT MEDIAN(qty) FROM winsales")]
    [InlineData("r_MEDIAN", "1|10.0\n2|20.0\n3|17.5\n4|25.0", "SELECT sellerid, MEDIAN(qty) FROM winsales GROUP BY sellerid ORDER BY sellerid")]
    [InlineData("r_PERCENTILE_CONT", "20.0|10", "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY qty), ROUND(PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY qty)) FROM winsales")]
    [InlineData("r_APPROXIMATE_PERCENTILE_DISC", "20", "SELECT APPROXIMATE PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY qty) FROM winsales")]
    [InlineData("r_LISTAGG", "1|10001,10005,10006\n2|20001,20002\n3|30001,30003,30004,30007\n4|40001,40005", "SELECT sellerid, LISTAGG(salesid, ',') WITHIN GROUP (ORDER BY salesid) FROM winsales GROUP BY sellerid ORDER BY sellerid")]
    [InlineData("r_LISTAGG", "1, 2, 3, 4", "SELECT LISTAGG(DISTINCT sellerid, ', ') WITHIN GROUP (ORDER BY sellerid) FROM winsales")]
    [InlineData("r_LISTAGG", "null", "SELECT LISTAGG(buyerid, ',') FROM winsales WHERE sellerid = 9")]
    [InlineData("r_LISTAGG", "xx", "SELECT LISTAGG(CASE sellerid WHEN 1 THEN '' WHEN 2 THEN 'x' END) FROM winsales")]
    [InlineData("r_STDDEV_functions", "10.113|102.27273", "SELECT ROUND(STDDEV_SAMP(qty), 5), ROUND(VAR_SAMP(qty), 5) FROM winsales")]
    [InlineData("r_STDDEV_functions", "9.64237|92.97521", "SELECT ROUND(STDDEV_POP(qty), 5), ROUND(VAR_POP(qty), 5) FROM winsales")]
    [InlineData("r_BIT_AND", "8|62", "SELECT BIT_AND(qty) + 8, BIT_OR(qty) FROM winsales WHERE qty <> 15")]
    [InlineData("r_BOOL_AND", "t|f", "SELECT BOOL_OR(qty > 30), BOOL_AND(qty > 10) FROM winsales")]
    [InlineData("r_ANY_VALUE", "4", "SELECT ANY_VALUE(sellerid) FROM winsales WHERE sellerid = 4")]
    [InlineData("r_WF_AVG", "10001|10\n10005|16\n10006|20\n20001|20\n20002|18\n30001|10\n30003|18\n30004|18\n30007|19\n40001|22\n40005|18", "SELECT salesid, AVG(qty) OVER (ORDER BY dateid, salesid ROWS UNBOUNDED PRECEDING) FROM winsales ORDER BY salesid")]
    [InlineData("r_WF_SUM", "10|20|50|90|100|120|130|150|165|185|215", "SELECT LISTAGG(s, '|') WITHIN GROUP (ORDER BY n) FROM (SELECT SUM(qty) OVER (ORDER BY dateid, salesid ROWS UNBOUNDED PRECEDING) AS s, ROW_NUMBER() OVER (ORDER BY dateid, salesid) AS n FROM winsales) AS w")]
    [InlineData("r_WF_COUNT", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11", "SELECT COUNT(*) OVER (ORDER BY salesid ROWS UNBOUNDED PRECEDING) FROM winsales ORDER BY salesid")]
    [InlineData("r_WF_COUNT", "1|1\n1|1\n1|1", "SELECT sellerid, COUNT(qty_shipped) OVER (PARTITION BY sellerid) FROM winsales WHERE sellerid = 1")]
    [InlineData("r_WF_CUME_DIST", "30001|0.25\n30003|0.5\n30004|0.75\n30007|1", "SELECT salesid, CUME_DIST() OVER (PARTITION BY sellerid ORDER BY qty) FROM winsales WHERE sellerid = 3 ORDER BY salesid")]
    [InlineData("r_WF_DENSE_RANK", "40001|1\n10005|2\n30007|2\n20001|3\n20002|3\n30004|3\n30003|4\n10001|5\n10006|5\n30001|5\n40005|5", "SELECT salesid, DENSE_RANK() OVER (ORDER BY qty DESC) AS d_rnk FROM winsales ORDER BY 2, 1")]
    [InlineData("r_WF_RANK", "40001|1\n10005|2\n30007|2\n20001|4\n20002|4\n30004|4\n30003|7\n10001|8\n10006|8\n30001|8\n40005|8", "SELECT salesid, RANK() OVER (ORDER BY qty DESC) AS rnk FROM winsales ORDER BY 2, 1")]
    [InlineData("r_WF_ROW_NUMBER", "20001|1\n20002|2", "SELECT salesid, ROW_NUMBER() OVER (PARTITION BY sellerid ORDER BY salesid) FROM winsales WHERE sellerid = 2 ORDER BY salesid")]
    [InlineData("r_WF_LAG", "30001|null\n30003|10\n30004|15\n30007|20", "SELECT salesid, LAG(qty, 1) OVER (PARTITION BY sellerid ORDER BY salesid) FROM winsales WHERE sellerid = 3 ORDER BY salesid")]
    [InlineData("r_WF_LEAD", "30001|15\n30003|20\n30004|30\n30007|null", "SELECT salesid, LEAD(qty) OVER (PARTITION BY sellerid ORDER BY salesid) FROM winsales WHERE sellerid = 3 ORDER BY salesid")]
    [InlineData("r_WF_first_value", "30001|10|30\n30003|10|30\n30004|10|30\n30007|10|30", "SELECT salesid, FIRST_VALUE(qty) OVER (ORDER BY salesid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), LAST_VALUE(qty) OVER (ORDER BY salesid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM winsales WHERE sellerid = 3 ORDER BY salesid")]
    [InlineData("r_WF_NTH", "15\n15\n15\n15", "SELECT NTH_VALUE(qty, 2) OVER (ORDER BY salesid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM winsales WHERE sellerid = 3")]
    [InlineData("r_WF_NTILE", "1|6\n2|5", "SELECT tile, COUNT(*) FROM (SELECT NTILE(2) OVER (ORDER BY salesid) AS tile FROM winsales) AS t GROUP BY tile ORDER BY tile")]
    [InlineData("r_WF_PERCENT_RANK", "0|0.5|1", "SELECT LISTAGG(p, '|') WITHIN GROUP (ORDER BY p) FROM (SELECT PERCENT_RANK() OVER (ORDER BY salesid) AS p FROM winsales WHERE sellerid = 1) AS t")]
    [InlineData("r_WF_PERCENTILE_CONT", "2|20.0\n2|20.0\n4|25.0\n4|25.0", "SELECT sellerid, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY qty) OVER (PARTITION BY sellerid) AS median FROM winsales WHERE sellerid IN (2, 4) ORDER BY 1")]
    [InlineData("r_WF_PERCENTILE_DISC", "1|20\n2|20\n3|20\n4|20", "SELECT DISTINCT sellerid, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY qty) OVER () AS median FROM winsales ORDER BY 1")]
    [InlineData("r_WF_MEDIAN", "1|10.0\n2|20.0\n3|17.5\n4|25.0", "SELECT DISTINCT sellerid, MEDIAN(qty) OVER (PARTITION BY sellerid) FROM winsales ORDER BY 1")]
    [InlineData("r_WF_LISTAGG", "1|c,a,c\n4|a,a", "SELECT DISTINCT sellerid, LISTAGG(TRIM(buyerid), ',') WITHIN GROUP (ORDER BY salesid) OVER (PARTITION BY sellerid) FROM winsales WHERE sellerid IN (1, 4) ORDER BY 1")]
    [InlineData("r_WF_RATIO_TO_REPORT", "10001|0.2\n10005|0.6\n10006|0.2", "SELECT salesid, RATIO_TO_REPORT(qty) OVER (PARTITION BY sellerid) FROM winsales WHERE sellerid = 1 ORDER BY 1")]
    [InlineData("r_QUALIFY_clause", "10005|30\n20001|20\n30007|30\n40001|40", "SELECT salesid, qty FROM winsales AS w WHERE qty > 5 QUALIFY ROW_NUMBER() OVER (PARTITION BY sellerid ORDER BY qty DESC, salesid) = 1 ORDER BY sellerid")]
    [InlineData("r_QUALIFY_clause", "40001|2004-01-09|4|a         |40|null", "SELECT * FROM winsales AS w QUALIFY RANK() OVER (ORDER BY qty DESC) = 1")]
    [InlineData("r_SELECT_list", "40001|40\n10005|30", "SELECT TOP 2 salesid, qty FROM winsales ORDER BY qty DESC, salesid")]
    [InlineData("r_SELECT_list", "40001|80|81", "SELECT salesid, qty * 2 AS doubled, doubled + 1 AS more FROM winsales WHERE doubled = 80")]
    [InlineData("r_SELECT_list", "20|2\n40|1", "SELECT qty AS q, COUNT(*) AS n FROM winsales WHERE sellerid IN (2, 4) AND q > 10 GROUP BY q ORDER BY q")]
    [InlineData("r_UNION", "1\n3", "SELECT sellerid FROM winsales MINUS SELECT sellerid FROM winsales WHERE sellerid IN (2, 4) ORDER BY 1")]
    [InlineData("r_UNION", "2\n4", "SELECT sellerid FROM winsales INTERSECT SELECT sellerid FROM winsales WHERE sellerid IN (2, 4) ORDER BY 1")]
    [InlineData("r_ORDER_BY_clause", "null\n10", "SELECT qty_shipped FROM winsales WHERE salesid IN (10001, 10005) ORDER BY qty_shipped DESC")]
    [InlineData("r_ORDER_BY_clause", "10\nnull", "SELECT qty_shipped FROM winsales WHERE salesid IN (10001, 10005) ORDER BY qty_shipped DESC NULLS LAST")]
    [InlineData("r_ORDER_BY_clause", "10006\n20001", "SELECT salesid FROM winsales ORDER BY salesid LIMIT 2 OFFSET 2")]
    [InlineData("r_GROUP_BY_clause", "2003|3\n2004|8", "SELECT EXTRACT(year FROM CAST(dateid AS timestamp)) AS y, COUNT(*) FROM winsales GROUP BY 1 ORDER BY 1")]
    [InlineData("r_HAVING_clause", "3|75", "SELECT sellerid, SUM(qty) FROM winsales GROUP BY sellerid HAVING SUM(qty) > 60")]
    [InlineData("r_WITH_clause", "1|2|3", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT LISTAGG(i, '|') WITHIN GROUP (ORDER BY i) FROM n WHERE EXISTS (SELECT 1 FROM winsales)")]
    [InlineData("r_WF_first_value", "30001|10\n10001|10", "SELECT salesid, FIRST_VALUE(qty_shipped IGNORE NULLS) OVER (PARTITION BY sellerid ORDER BY salesid ROWS UNBOUNDED PRECEDING) FROM winsales WHERE salesid IN (30001, 10001) ORDER BY salesid DESC")]
    [InlineData("r_WF_LAST_VALUE", "10001|10\n10005|10\n10006|10", "SELECT salesid, LAST_VALUE(qty_shipped) IGNORE NULLS OVER (ORDER BY salesid ROWS UNBOUNDED PRECEDING) FROM winsales WHERE sellerid = 1 ORDER BY 1")]
    [InlineData("r_WF_NTH", "20", "SELECT DISTINCT NTH_VALUE(qty_shipped, 2) IGNORE NULLS OVER (ORDER BY salesid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM winsales WHERE sellerid IN (1, 2)")]
    [InlineData("r_WF_LAG", "10001|null\n10005|10\n10006|10", "SELECT salesid, LAG(qty_shipped) IGNORE NULLS OVER (ORDER BY salesid) FROM winsales WHERE sellerid = 1 ORDER BY 1")]
    [InlineData("r_WF_LEAD", "20001|20\n20002|10\n40001|10\n40005|null", "SELECT salesid, LEAD(qty_shipped) IGNORE NULLS OVER (ORDER BY salesid) FROM winsales WHERE sellerid IN (2, 4) ORDER BY 1")]
    [InlineData("r_EXCLUDE_list", "40001|4|a         |40", "SELECT * EXCLUDE (dateid, qty_shipped) FROM winsales AS w WHERE salesid = 40001")]
    [InlineData("r_FROM_clause30", "40", "SELECT m FROM (SELECT MAX(qty) AS m FROM winsales)")]
    [InlineData("r_WHERE_oracle_outer", "1|3\n2|2\n3|null", "SELECT a.sellerid - 1 + 1, b.n FROM (SELECT DISTINCT sellerid FROM winsales WHERE sellerid < 4) AS a, (SELECT sellerid, COUNT(*) AS n FROM winsales WHERE sellerid < 3 GROUP BY sellerid) AS b WHERE a.sellerid = b.sellerid(+) ORDER BY 1")]
    [InlineData("r_WHERE_oracle_outer", "2", "SELECT a.sellerid FROM (SELECT DISTINCT sellerid FROM winsales) AS a, (SELECT sellerid, COUNT(*) AS n FROM winsales GROUP BY sellerid) AS b WHERE a.sellerid = b.sellerid(+) AND b.n(+) = 2 AND a.sellerid = 2")]
    public Task Answers(string page, string expected, string sql) => AssertAnswerAsync(page, expected, Table, Rows, sql);

    [Theory]
    [InlineData("SELECT SUM(salesid) FROM winsales", "bigint")]
    [InlineData("SELECT SUM(CAST(salesid AS bigint)) FROM winsales", "bigint")]
    [InlineData("SELECT AVG(salesid) FROM winsales", "bigint")]
    [InlineData("SELECT AVG(CAST(salesid AS decimal(10, 2))) FROM winsales", "numeric")]
    [InlineData("SELECT COUNT(*) FROM winsales", "bigint")]
    [InlineData("SELECT STDDEV(salesid) FROM winsales", "double precision")]
    [InlineData("SELECT MEDIAN(salesid) FROM winsales", "numeric")]
    [InlineData("SELECT LISTAGG(buyerid) FROM winsales", "character varying")]
    public async Task Has_the_type(string sql, string type)
    {
        await using var connection = await Emulator.OpenAsync();
        await connection.ExecuteAsync("DROP TABLE IF EXISTS winsales");
        await connection.ExecuteAsync(Table);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();

        Assert.Equal(type, reader.GetDataTypeName(0));
    }
}
