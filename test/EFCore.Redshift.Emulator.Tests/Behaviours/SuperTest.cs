using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Behaviours;

/// <summary>SUPER, JSON in strings, and VARBYTE.</summary>
public class SuperTest(EmulatorFixture emulator) : BehaviourTest(emulator)
{
    private const string Table = "CREATE TEMP TABLE customers (id int, orders super, name super)";

    private const string Rows =
        """
        INSERT INTO customers VALUES
            (1, JSON_PARSE('[{"key": 10, "status": "F", "total": 1.5}, {"key": 11, "status": "O", "total": 2}]'), JSON_PARSE('{"first": "Ada", "age": 36}')),
            (2, JSON_PARSE('[]'), JSON_PARSE('"Bob"')),
            (3, NULL, JSON_PARSE('{"first": "Cid", "tags": ["x", "y"]}'))
        """;

    [Theory]
    [InlineData("JSON_PARSE", """[10001,10002,"abc"]""", """SELECT JSON_PARSE('[10001, 10002, "abc"]')""")]
    [InlineData("JSON_PARSE", """{"b":1,"a":null}""", """SELECT JSON_PARSE('{"b": 1, "a": null}')""")]
    [InlineData("JSON_TYPEOF", "array|object|string|number|boolean|null", """SELECT JSON_TYPEOF(JSON_PARSE('[1]')), JSON_TYPEOF(JSON_PARSE('{}')), JSON_TYPEOF(JSON_PARSE('"a"')), JSON_TYPEOF(JSON_PARSE('1')), JSON_TYPEOF(JSON_PARSE('true')), JSON_TYPEOF(JSON_PARSE('null'))""")]
    [InlineData("JSON_SERIALIZE", "[10001,10002,\"abc\"]", """SELECT JSON_SERIALIZE(JSON_PARSE('[10001, 10002, "abc"]'))""")]
    [InlineData("CAN_JSON_PARSE", "t|f", """SELECT CAN_JSON_PARSE('[10001, 10002]'), CAN_JSON_PARSE('This is a string.')""")]
    [InlineData("get_array_length", "11", """SELECT GET_ARRAY_LENGTH(ARRAY(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, JSON_PARSE('{"a":1}')))""")]
    [InlineData("r_array", """[1,50,null,"abc"]""", "SELECT ARRAY(1, 50, NULL, 'abc')")]
    [InlineData("r_array", "[]", "SELECT ARRAY()")]
    [InlineData("r_object_function", """{"foo":12,"bar":"b"}""", "SELECT OBJECT('foo', 12, 'bar', 'b')")]
    [InlineData("r_array_concat", "[10001,10002,10003,10004]", "SELECT ARRAY_CONCAT(ARRAY(10001, 10002), ARRAY(10003, 10004))")]
    [InlineData("array_flatten", """["A","B","C","D","E","F","G","H"]""", "SELECT ARRAY_FLATTEN(ARRAY('A', ARRAY('B', 'C', 'D'), ARRAY('E', 'F', 'G', 'H')))")]
    [InlineData("r_subarray", """["c","d","e"]""", "SELECT SUBARRAY(ARRAY('a', 'b', 'c', 'd', 'e', 'f'), 2, 3)")]
    [InlineData("split_to_array", """["12","345","6789"]""", "SELECT SPLIT_TO_ARRAY('12|345|6789', '|')")]
    [InlineData("r_is_array", "t|f|t|t|t|f", """SELECT IS_ARRAY(JSON_PARSE('[1]')), IS_OBJECT(JSON_PARSE('[1]')), IS_SCALAR(JSON_PARSE('1')), IS_INTEGER(JSON_PARSE('5')), IS_VARCHAR(JSON_PARSE('"a"')), IS_SMALLINT(JSON_PARSE('50000'))""")]
    [InlineData("query-super", "1|\"O\"", Table, Rows, "SELECT id, orders[1].status FROM customers WHERE id = 1")]
    [InlineData("query-super", "\"Ada\"\nnull\n\"Cid\"", Table, Rows, "SELECT c.name.first FROM customers AS c ORDER BY id")]
    [InlineData("query-super", "Ada|36", Table, Rows, "SELECT CAST(c.name.first AS varchar(10)), c.name.age::int FROM customers AS c WHERE c.name.age > 30")]
    [InlineData("query-super", "3", Table, Rows, "SELECT id FROM customers AS c WHERE c.name.first = 'Cid'")]
    [InlineData("query-super", "2", Table, Rows, "SELECT id FROM customers AS c WHERE c.name = 'Bob'")]
    [InlineData("query-super", "10|0\n11|1", Table, Rows, "SELECT o.key, i FROM customers AS c, c.orders AS o AT i ORDER BY i")]
    [InlineData("query-super", "1|3.5", Table, Rows, "SELECT c.id, SUM(o.total) FROM customers AS c, c.orders AS o GROUP BY c.id")]
    [InlineData("query-super", "\"x\"\n\"y\"", Table, Rows, "SELECT t FROM customers AS c, c.name.tags AS t WHERE id = 3 ORDER BY CAST(t AS varchar)")]
    [InlineData("query-super", "age|36\nfirst|\"Ada\"", Table, Rows, "SELECT attribute, v FROM customers AS c, UNPIVOT c.name AS v AT attribute WHERE id = 1 ORDER BY attribute")]
    [InlineData("query-super", "null|null", Table, Rows, "SELECT c.name.nothing.deeper, CAST(c.name AS varchar) FROM customers AS c WHERE id = 1")]
    [InlineData("ingest-super", "\"plain\"", Table, "INSERT INTO customers (id, name) VALUES (1, 'plain')", "SELECT name FROM customers")]
    [InlineData("ingest-super", "5", Table, "INSERT INTO customers (id, name) VALUES (1, 5)", "SELECT name FROM customers")]
    [InlineData("IS_VALID_JSON", "t|f|f", """SELECT IS_VALID_JSON('{"a":2}'), IS_VALID_JSON('{a:1}'), IS_VALID_JSON('[1]')""")]
    [InlineData("IS_VALID_JSON_ARRAY", "t|f|t", """SELECT IS_VALID_JSON_ARRAY('["a", ["b", 1, ["c", 2, 3, null]]]'), IS_VALID_JSON_ARRAY('{"a":4}'), IS_VALID_JSON_ARRAY('[]')""")]
    [InlineData("JSON_EXTRACT_PATH_TEXT", "star|", """SELECT JSON_EXTRACT_PATH_TEXT('{"f2":{"f3":1},"f4":{"f5":99,"f6":"star"}}', 'f4', 'f6'), JSON_EXTRACT_PATH_TEXT('{"a":1}', 'b')""")]
    [InlineData("JSON_EXTRACT_PATH_TEXT", "null", """SELECT JSON_EXTRACT_PATH_TEXT('{"f2":{"f3":1', 'f4', 'f6', TRUE)""")]
    [InlineData("JSON_EXTRACT_ARRAY_ELEMENT_TEXT", "113|t", """SELECT JSON_EXTRACT_ARRAY_ELEMENT_TEXT('[111,112,113]', 2), JSON_EXTRACT_ARRAY_ELEMENT_TEXT('["a",["b",1,["c",2,3,null,]]]', 1, TRUE) IS NULL""")]
    [InlineData("JSON_ARRAY_LENGTH", "5|null", """SELECT JSON_ARRAY_LENGTH('[11,12,13,{"f1":21,"f2":[25,26]},14]'), JSON_ARRAY_LENGTH('[11,12', TRUE)""")]
    [InlineData("r_TO_VARBYTE", "00af|61|6162", "SELECT TO_VARBYTE('00AF', 'hex'), TO_VARBYTE('01100001', 'binary'), TO_VARBYTE('ab', 'utf8')")]
    [InlineData("r_FROM_VARBYTE", "ab|6162|0110000101100010", "SELECT FROM_VARBYTE(FROM_HEX('6162'), 'utf-8'), FROM_VARBYTE(FROM_HEX('6162'), 'hex'), FROM_VARBYTE(FROM_HEX('6162'), 'binary')")]
    [InlineData("r_VARBYTE_type", "616263|abc|0005", "SELECT 'abc'::varbyte, FROM_HEX('616263')::varchar, CAST(5 AS smallint)::varbyte")]
    [InlineData("r_VARBYTE_OPERATORS", "t|aabb|c0", "SELECT FROM_HEX('AA') = FROM_HEX('aa'), FROM_HEX('aa') || FROM_HEX('bb'), FROM_HEX('f0') & FROM_HEX('c3')")]
    [InlineData("varbyte-functions", "3|3|bb|1", "SELECT LEN(FROM_HEX('aabbcc')), OCTET_LENGTH(FROM_HEX('aabbcc')), SUBSTRING(FROM_HEX('aabbcc'), 2, 1), GETBIT(FROM_HEX('11'), 4)")]
    [InlineData("r_VARBYTE_type", "aabb|2", "CREATE TEMP TABLE bytes (b varbyte(2))", "INSERT INTO bytes VALUES (FROM_HEX('AABB')), (FROM_HEX('aabb'))", "SELECT b, COUNT(*) FROM bytes GROUP BY b")]
    public Task Answers(string page, string expected, params string[] statements) => AssertAnswerAsync(page, expected, statements);

    [Theory]
    [InlineData("JSON_PARSE", "XX000", "JSON parsing error", "SELECT JSON_PARSE('{a')")]
    [InlineData("JSON_EXTRACT_PATH_TEXT", "XX000", "JSON parsing error", "SELECT JSON_EXTRACT_PATH_TEXT('{\"a\":1', 'a')")]
    [InlineData("r_TO_VARBYTE", "22P02", "invalid hexadecimal string", "SELECT FROM_HEX('abc')")]
    [InlineData("r_VARBYTE_type", "22001", "value too long for type binary varying(2)", "CREATE TEMP TABLE bytes (b varbyte(2))", "INSERT INTO bytes VALUES (FROM_HEX('aabbcc'))")]
    public Task Is_refused(string page, string sqlState, string message, params string[] statements)
        => AssertRefusedAsync(page, sqlState, message, statements);
}
