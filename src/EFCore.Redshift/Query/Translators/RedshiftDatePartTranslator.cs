using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary>
///     Members of <see cref="DateTime" />, <see cref="DateTimeOffset" />, <see cref="DateOnly" /> and <see cref="TimeOnly" />: their parts, and
///     the present time.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/Date_functions_header.html</remarks>
internal sealed class RedshiftDatePartTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource) : IMemberTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MemberInfo member,
        Type returnType,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => member.DeclaringType is { } type
            && (type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly))
                ? instance is null ? Present(member.Name, type) : Part(instance, member.Name, type)
                : null;

    // NOW() and CURRENT_TIMESTAMP fail beside a table. https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions_leader_node_only.html
    private SqlExpression? Present(string member, Type type)
        => (member, type == typeof(DateTimeOffset)) switch
        {
            (nameof(DateTime.Now) or nameof(DateTime.UtcNow), false) => Now(),
            (nameof(DateTimeOffset.Now) or nameof(DateTimeOffset.UtcNow), true) => sql.Convert(Now(), typeof(DateTimeOffset)),
            (nameof(DateTime.Today), false) => Truncated("day", Now()),
            _ => null
        };

    private SqlExpression? Part(SqlExpression instance, string member, Type type)
        => member switch
        {
            nameof(DateTime.Year) => DatePart("year", instance),
            nameof(DateTime.Month) => DatePart("month", instance),
            nameof(DateTime.Day) => DatePart("day", instance),
            nameof(DateTime.Hour) => DatePart("hour", instance),
            nameof(DateTime.Minute) => DatePart("minute", instance),

            // Seconds come with their fraction, milliseconds and microseconds without the seconds.
            // https://docs.aws.amazon.com/redshift/latest/dg/r_DATE_PART_function.html
            nameof(DateTime.Second) => WholeDatePart("second", instance),
            nameof(DateTime.Millisecond) => WholeDatePart("millisecond", instance),
            nameof(DateTime.Microsecond) => sql.Modulo(DatePart("microsecond", instance), sql.Constant(1000)),
            nameof(DateTime.DayOfYear) => DatePart("dayofyear", instance),
            nameof(DateTime.DayOfWeek) => DatePart("dayofweek", instance), // 0 is Sunday, as in .NET

            nameof(DateTime.Date) when type != typeof(DateTimeOffset) => Truncated("day", instance),
            nameof(DateTime.Date) => Truncated("day", AsTimestamp(instance)),
            nameof(DateTimeOffset.DateTime) or nameof(DateTimeOffset.UtcDateTime) => AsTimestamp(instance),
            nameof(DateOnly.DayNumber) => sql.Convert(
                sql.Call(
                    "DATEDIFF", typeof(long), sql.Fragment("day"), sql.Constant(DateOnly.MinValue, instance.TypeMapping), instance),
                typeof(int)),
            _ => null
        };

    private SqlExpression DatePart(string part, SqlExpression instance)
        => sql.Convert(sql.Call("DATE_PART", typeof(double), sql.Fragment(part), instance), typeof(int));

    private SqlExpression WholeDatePart(string part, SqlExpression instance)
        => sql.Convert(
            sql.Call("TRUNC", typeof(double), sql.Call("DATE_PART", typeof(double), sql.Fragment(part), instance)),
            typeof(int));

    private SqlExpression Truncated(string part, SqlExpression instance)
        => sql.Call("DATE_TRUNC", typeof(DateTime), instance.TypeMapping, sql.Constant(part), instance);

    private SqlExpression AsTimestamp(SqlExpression instance)
        => sql.Convert(instance, typeof(DateTime));

    // https://docs.aws.amazon.com/redshift/latest/dg/r_GETDATE.html
    private SqlExpression Now()
        => sql.Function(
            "GETDATE", [], nullable: false, argumentsPropagateNullability: [], typeof(DateTime), typeMappingSource.FindMapping(typeof(DateTime)));
}
