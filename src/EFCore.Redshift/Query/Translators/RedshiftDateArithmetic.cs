using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Arithmetic on dates and times. A <see cref="TimeSpan" /> is a BIGINT of ticks, as its type mapping stores it.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_DATEADD_function.html</remarks>
internal sealed class RedshiftDateArithmetic(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
{
    /// <summary>The time from the right to the left operand.</summary>
    public SqlExpression Difference(SqlExpression left, SqlExpression right)
    {
        var operandMapping = Microsoft.EntityFrameworkCore.Query.ExpressionExtensions.InferTypeMapping(left, right);
        SqlExpression microseconds = sql.Call(
            "DATEDIFF",
            typeof(long),
            typeMappingSource.FindMapping(typeof(long)),
            sql.Fragment("microsecond"),
            sql.ApplyDefaultTypeMapping(sql.ApplyTypeMapping(right, operandMapping)),
            sql.ApplyDefaultTypeMapping(sql.ApplyTypeMapping(left, operandMapping)));

        // Between times of day the clock runs on past midnight.
        if (left.Type == typeof(TimeOnly) || left.Type == typeof(TimeOnly?))
        {
            var day = sql.Constant(TimeSpan.MicrosecondsPerDay);
            microseconds = sql.Modulo(sql.Add(microseconds, day), day);
        }

        return new SqlBinaryExpression(
            ExpressionType.Multiply,
            microseconds,
            sql.Constant(TimeSpan.TicksPerMicrosecond, typeMappingSource.FindMapping(typeof(long))),
            typeof(TimeSpan),
            typeMappingSource.FindMapping(typeof(TimeSpan)));
    }

    /// <summary>A later time. DATEADD takes INTEGER only, so seconds and microseconds are added apart.</summary>
    public SqlExpression Add(SqlExpression time, SqlExpression span)
    {
        if (span is SqlConstantExpression { Value: TimeSpan constant })
        {
            return Add(
                time,
                sql.Constant((int)(constant.Ticks / TimeSpan.TicksPerSecond)),
                (int)(constant.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond) is var rest and not 0
                    ? sql.Constant(rest)
                    : null);
        }

        var ticks = AsLong(span);
        return Add(
            time,
            sql.Convert(sql.Divide(ticks, sql.Constant(TimeSpan.TicksPerSecond)), typeof(int)),
            sql.Convert(
                sql.Divide(sql.Modulo(ticks, sql.Constant(TimeSpan.TicksPerSecond)), sql.Constant(TimeSpan.TicksPerMicrosecond)),
                typeof(int)));
    }

    /// <summary>The ticks of a <see cref="TimeSpan" /> as a number.</summary>
    public SqlExpression AsLong(SqlExpression span)
        => sql.Convert(sql.ApplyDefaultTypeMapping(span), typeof(long), typeMappingSource.FindMapping(typeof(long)));

    // There is no make_date, and text in ISO form means the same under every DateStyle.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html
    public SqlExpression? FromParts(Type type, IReadOnlyList<SqlExpression> parts)
    {
        if (parts.Count != 3 && (type == typeof(DateOnly) || parts.Count != 6))
        {
            return null;
        }

        ReadOnlySpan<string> separators = ["-", "-", " ", ":", ":"];
        var text = Padded(parts[0], 4);
        for (var i = 1; i < parts.Count; i++)
        {
            text = sql.Add(sql.Add(text, sql.Constant(separators[i - 1])), Padded(parts[i], 2));
        }

        return sql.Convert(text, type);
    }

    private SqlExpression Padded(SqlExpression number, int digits)
        => sql.Call(
            "LPAD",
            typeof(string),
            typeMappingSource.FindMapping(typeof(string)),
            sql.Convert(number, typeof(string), typeMappingSource.FindMapping("varchar(20)")),
            sql.Constant(digits),
            sql.Constant("0"));

    private SqlExpression Add(SqlExpression time, SqlExpression seconds, SqlExpression? microseconds)
    {
        var later = sql.Call("DATEADD", time.Type, time.TypeMapping, sql.Fragment("second"), seconds, time);

        return microseconds is null
            ? later
            : sql.Call("DATEADD", time.Type, time.TypeMapping, sql.Fragment("microsecond"), microseconds, later);
    }
}
