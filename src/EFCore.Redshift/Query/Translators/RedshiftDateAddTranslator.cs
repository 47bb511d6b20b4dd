using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary>
///     The <c>Add…</c> methods and conversions of <see cref="DateTime" />, <see cref="DateTimeOffset" />, <see cref="DateOnly" /> and
///     <see cref="TimeOnly" />.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_DATEADD_function.html</remarks>
internal sealed class RedshiftDateAddTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
    : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        var type = method.DeclaringType;
        if (type != typeof(DateTime) && type != typeof(DateTimeOffset) && type != typeof(DateOnly) && type != typeof(TimeOnly))
        {
            return null;
        }

        return (method.Name, instance, arguments) switch
        {
            // A year later than February 29 is February 28 for .NET; DATEADD(year) says March 1, DATEADD(month) February 28.
            (nameof(DateTime.AddYears), { } date, [{ } years]) => DateAdd("month", Times(years, 12), date),
            (nameof(DateTime.AddMonths), { } date, [{ } months]) => DateAdd("month", months, date),
            (nameof(DateTime.AddDays), { } date, [{ } days]) => DateAdd("day", days, "millisecond", 86_400_000, date),
            (nameof(DateTime.AddHours), { } date, [{ } hours]) => DateAdd("hour", hours, "millisecond", 3_600_000, date),
            (nameof(DateTime.AddMinutes), { } date, [{ } minutes]) => DateAdd("minute", minutes, "millisecond", 60_000, date),
            (nameof(DateTime.AddSeconds), { } date, [{ } seconds]) => DateAdd("second", seconds, "microsecond", 1_000_000, date),
            (nameof(DateTime.AddMilliseconds), { } date, [{ } milliseconds]) => DateAdd("millisecond", milliseconds, "microsecond", 1_000, date),

            (nameof(DateOnly.FromDateTime), null, [{ } moment]) when type == typeof(DateOnly) => sql.Convert(moment, typeof(DateOnly)),
            (nameof(TimeOnly.FromDateTime), null, [{ } moment]) when type == typeof(TimeOnly) => sql.Convert(moment, typeof(TimeOnly)),
            (nameof(DateOnly.ToDateTime), { } date, [SqlConstantExpression { Value: TimeOnly { Ticks: 0 } }])
                => sql.Convert(date, typeof(DateTime)),
            (nameof(DateTime.Parse), null, [{ } text]) when text.Type == typeof(string) => sql.Convert(text, type),
            _ => null
        };
    }

    // DATEADD takes whole numbers, so that a fraction is added in a smaller unit.
    private SqlExpression DateAdd(string part, SqlExpression number, string finerPart, int finerPerPart, SqlExpression date)
    {
        switch (number)
        {
            case SqlConstantExpression { Value: int }:
                return DateAdd(part, number, date);

            case SqlConstantExpression { Value: double value } when double.IsInteger(value) && Math.Abs(value) <= int.MaxValue:
                return DateAdd(part, sql.Constant((int)value), date);

            case SqlUnaryExpression { OperatorType: System.Linq.Expressions.ExpressionType.Convert, Operand: { } operand }
                when operand.Type == typeof(int) || operand.Type == typeof(short) || operand.Type == typeof(byte):
                return DateAdd(part, operand, date);
        }

        if (number.Type != typeof(double))
        {
            return DateAdd(part, number, date);
        }

        var whole = sql.Call("TRUNC", typeof(double), number);
        var rest = sql.Call("ROUND", typeof(double), sql.Multiply(sql.Subtract(number, whole), sql.Constant((double)finerPerPart)));

        return DateAdd(finerPart, sql.Convert(rest, typeof(int)), DateAdd(part, sql.Convert(whole, typeof(int)), date));
    }

    // Of a DATE, DATEADD makes a TIMESTAMP.
    private SqlExpression DateAdd(string part, SqlExpression number, SqlExpression date)
    {
        if (date.Type != typeof(DateOnly))
        {
            return sql.Call("DATEADD", date.Type, date.TypeMapping, sql.Fragment(part), number, date);
        }

        var timestamp = sql.Call(
            "DATEADD",
            typeof(DateTime),
            typeMappingSource.FindMapping(typeof(DateTime)),
            sql.Fragment(part),
            number,
            sql.ApplyDefaultTypeMapping(date));

        return sql.Convert(timestamp, typeof(DateOnly), date.TypeMapping);
    }

    private SqlExpression Times(SqlExpression number, int factor)
        => number is SqlConstantExpression { Value: int value }
            ? sql.Constant(value * factor)
            : sql.Multiply(number, sql.Constant(factor));
}
