using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;
using ExpressionExtensions = Microsoft.EntityFrameworkCore.Query.ExpressionExtensions;

namespace EFCore.Redshift.Query.Translators;

/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/String_functions_header.html</remarks>
internal sealed class RedshiftStringTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
    : IMethodCallTranslator, IMemberTranslator
{
    /// <summary>What .NET's <see cref="string.Trim()" /> takes for white space; Redshift's TRIM removes blanks only.</summary>
    internal const string WhiteSpace
        = " \t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    public SqlExpression? Translate(
        SqlExpression? instance,
        MemberInfo member,
        Type returnType,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => member.DeclaringType == typeof(string) && member.Name == nameof(string.Length) ? Len(instance!) : null;

    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType == typeof(string)
            ? instance is null ? TranslateStatic(method, arguments) : TranslateInstance(instance, method, arguments)
            : method.DeclaringType == typeof(Enumerable) && arguments is [{ } text] && text.Type == typeof(string)
                ? method.Name switch
                {
                    nameof(Enumerable.FirstOrDefault) => sql.Call("LEFT", typeof(char), text, sql.Constant(1)),
                    nameof(Enumerable.LastOrDefault) => sql.Call("RIGHT", typeof(char), text, sql.Constant(1)),
                    _ => null
                }
                : null;

    private SqlExpression? TranslateInstance(SqlExpression instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments)
    {
        var mapping = StringMapping([instance, .. arguments]);
        var text = sql.ApplyTypeMapping(instance, mapping);

        return (method.Name, arguments.Count) switch
        {
            (nameof(string.ToUpper) or nameof(string.ToUpperInvariant), 0) => sql.Call("UPPER", typeof(string), mapping, text),
            (nameof(string.ToLower) or nameof(string.ToLowerInvariant), 0) => sql.Call("LOWER", typeof(string), mapping, text),
            (nameof(string.Substring), 1) => From(text, arguments[0], mapping),
            (nameof(string.Substring), 2) => Substring(text, arguments[0], arguments[1], mapping),
            ("get_Chars", 1) => sql.Call("SUBSTRING", typeof(char), text, OneBased(arguments[0]), sql.Constant(1)),
            (nameof(string.IndexOf), 1) => IndexOf(text, AsText(arguments[0], mapping)),
            (nameof(string.IndexOf), 2) when arguments[1].Type == typeof(int)
                => IndexOf(text, AsText(arguments[0], mapping), arguments[1], mapping),
            (nameof(string.Replace), 2) => sql.Call(
                "REPLACE", typeof(string), mapping, text, AsText(arguments[0], mapping), NullAsEmpty(AsText(arguments[1], mapping), mapping)),
            (nameof(string.Trim), _) => Trimmed(text, arguments, mapping, "LTRIM", "RTRIM"),
            (nameof(string.TrimStart), _) => Trimmed(text, arguments, mapping, "LTRIM"),
            (nameof(string.TrimEnd), _) => Trimmed(text, arguments, mapping, "RTRIM"),
            (nameof(string.PadLeft), _) => Padded("LPAD", text, arguments, mapping),
            (nameof(string.PadRight), _) => Padded("RPAD", text, arguments, mapping),
            (nameof(string.Insert), 2) => Concat(
                [Substring(text, sql.Constant(0), arguments[0], mapping), AsText(arguments[1], mapping), From(text, arguments[0], mapping)]),
            (nameof(string.Remove), 1) => Substring(text, sql.Constant(0), arguments[0], mapping),
            (nameof(string.Remove), 2) => Concat(
                [
                    Substring(text, sql.Constant(0), arguments[0], mapping),
                    From(text, sql.Add(arguments[0], arguments[1]), mapping)
                ]),
            (nameof(string.Equals), 2) => Equal(text, sql.ApplyTypeMapping(arguments[0], mapping), arguments[1]),
            _ => null
        };
    }

    private SqlExpression? TranslateStatic(MethodInfo method, IReadOnlyList<SqlExpression> arguments)
        => (method.Name, arguments.Count) switch
        {
            // Not "= ''", which is true for blanks. https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
            (nameof(string.IsNullOrEmpty), 1)
                => sql.OrElse(sql.IsNull(arguments[0]), sql.Equal(Len(arguments[0]), sql.Constant(0))),
            (nameof(string.IsNullOrWhiteSpace), 1)
                => sql.OrElse(
                    sql.IsNull(arguments[0]),
                    sql.Equal(
                        Len(Trimmed(arguments[0], [], StringMapping(arguments), "LTRIM")!),
                        sql.Constant(0))),
            (nameof(string.Concat), _) when Values(arguments) is { } values && values.All(IsText)
                => Concat([.. values.Select(value => NullAsEmpty(value, StringMapping(values)))]),
            (nameof(string.Join), > 1) when Values([.. arguments.Skip(1)]) is { Count: > 0 } values && values.All(IsText)
                => Join(arguments[0], values),
            (nameof(string.Equals), 3) => Equal(arguments[0], arguments[1], arguments[2]),
            _ => null
        };

    private SqlExpression? Equal(SqlExpression left, SqlExpression right, SqlExpression comparison)
        => comparison switch
        {
            SqlConstantExpression { Value: StringComparison.Ordinal } => sql.Equal(left, right),
            SqlConstantExpression { Value: StringComparison.OrdinalIgnoreCase } => sql.Equal(
                sql.Call("LOWER", typeof(string), left.TypeMapping, left),
                sql.Call("LOWER", typeof(string), right.TypeMapping, right)),
            _ => null
        };

    private SqlExpression IndexOf(SqlExpression text, SqlExpression searched)
    {
        var index = sql.Subtract(sql.Call("STRPOS", typeof(int), text, searched), sql.Constant(1));

        // What STRPOS gives for an empty text is not documented.
        return searched switch
        {
            SqlConstantExpression { Value: "" } => sql.Case([new CaseWhenClause(sql.IsNotNull(text), sql.Constant(0))], elseResult: null),
            SqlConstantExpression => index,
            _ => sql.Case([new CaseWhenClause(sql.Equal(Len(searched), sql.Constant(0)), sql.Constant(0))], index)
        };
    }

    private SqlExpression IndexOf(SqlExpression text, SqlExpression searched, SqlExpression start, RelationalTypeMapping? mapping)
    {
        var position = sql.Call("STRPOS", typeof(int), From(text, start, mapping), searched);

        var notFound = new CaseWhenClause(sql.Equal(position, sql.Constant(0)), sql.Constant(-1));
        var index = sql.Subtract(sql.Add(position, start), sql.Constant(1));

        return searched is SqlConstantExpression { Value: not "" }
            ? sql.Case([notFound], index)
            : sql.Case([new CaseWhenClause(sql.Equal(Len(searched), sql.Constant(0)), start), notFound], index);
    }

    private SqlExpression From(SqlExpression text, SqlExpression start, RelationalTypeMapping? mapping)
        => Substring(text, start, Len(text), mapping);

    private SqlExpression Substring(SqlExpression text, SqlExpression start, SqlExpression length, RelationalTypeMapping? mapping)
        => sql.Call("SUBSTRING", typeof(string), mapping, text, OneBased(start), length);

    // The set of characters is an argument of LTRIM and RTRIM; that BTRIM takes a set as well is not said.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_LTRIM.html
    private SqlExpression? Trimmed(
        SqlExpression text,
        IReadOnlyList<SqlExpression> arguments,
        RelationalTypeMapping? mapping,
        params ReadOnlySpan<string> functions)
    {
        var set = arguments switch
        {
            [] => WhiteSpace,
            [SqlConstantExpression { Value: char character }] => character.ToString(),
            [SqlConstantExpression { Value: char[] characters }] => characters.Length == 0 ? WhiteSpace : new string(characters),
            [PgNewArrayExpression array] when array.Expressions.All(e => e is SqlConstantExpression { Value: char })
                => string.Concat(array.Expressions.Select(e => (char)((SqlConstantExpression)e).Value!)),
            _ => null
        };

        if (set is null)
        {
            return null;
        }

        foreach (var function in functions)
        {
            text = sql.Call(function, typeof(string), mapping, text, sql.Constant(set, mapping));
        }

        return text;
    }

    // LPAD and RPAD cut a text that is longer already. https://docs.aws.amazon.com/redshift/latest/dg/r_LPAD.html
    private SqlExpression Padded(string function, SqlExpression text, IReadOnlyList<SqlExpression> arguments, RelationalTypeMapping? mapping)
        => sql.Case(
            [new CaseWhenClause(sql.GreaterThanOrEqual(Len(text), arguments[0]), text)],
            sql.Call(
                function,
                typeof(string),
                mapping,
                text,
                arguments[0],
                arguments.Count > 1 ? AsText(arguments[1], mapping) : sql.Constant(" ", mapping)));

    // There is no CONCAT_WS. string.Join keeps the separators around nulls.
    private SqlExpression Join(SqlExpression separator, IReadOnlyList<SqlExpression> values)
    {
        var mapping = StringMapping(values);
        var parts = new List<SqlExpression>();
        foreach (var value in values)
        {
            if (parts.Count > 0)
            {
                parts.Add(NullAsEmpty(AsText(separator, mapping), mapping));
            }

            parts.Add(NullAsEmpty(value, mapping));
        }

        return Concat(parts);
    }

    private SqlExpression Concat(List<SqlExpression> parts)
        => parts.Count == 0 ? sql.Constant("") : parts.Aggregate((left, right) => sql.Add(left, right));

    private SqlExpression NullAsEmpty(SqlExpression value, RelationalTypeMapping? mapping)
        => value switch
        {
            SqlConstantExpression { Value: null } => sql.Constant("", mapping),
            SqlConstantExpression or ColumnExpression { IsNullable: false } => sql.ApplyTypeMapping(value, mapping),
            _ => sql.Coalesce(value, sql.Constant("", mapping), mapping)
        };

    private SqlExpression AsText(SqlExpression value, RelationalTypeMapping? mapping)
        => value is SqlConstantExpression { Value: char character }
            ? sql.Constant(character.ToString(), mapping)
            : value.Type == typeof(char)
                ? value
                : sql.ApplyTypeMapping(value, mapping);

    private SqlExpression OneBased(SqlExpression index)
        => index is SqlConstantExpression { Value: int value } ? sql.Constant(value + 1) : sql.Add(index, sql.Constant(1));

    // https://docs.aws.amazon.com/redshift/latest/dg/r_LEN.html
    private SqlExpression Len(SqlExpression text)
        => sql.Call("LEN", typeof(int), text);

    private RelationalTypeMapping? StringMapping(IReadOnlyList<SqlExpression> expressions)
        => ExpressionExtensions.InferTypeMapping([.. expressions.Where(expression => expression.Type == typeof(string))])
            ?? typeMappingSource.FindMapping(typeof(string));

    private static bool IsText(SqlExpression value)
        => value.Type == typeof(string);

    private static IReadOnlyList<SqlExpression>? Values(IReadOnlyList<SqlExpression> arguments)
        => arguments is [PgNewArrayExpression array] ? array.Expressions : arguments;
}
