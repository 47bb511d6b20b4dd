using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Members of <see cref="TimeSpan" />, which is a BIGINT of ticks. Integers are divided towards zero, as .NET does it.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_numeric_computations201.html</remarks>
internal sealed class RedshiftTimeSpanTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource) : IMemberTranslator
{
    private readonly RedshiftDateArithmetic _dates = new(sql, typeMappingSource);

    public SqlExpression? Translate(
        SqlExpression? instance,
        MemberInfo member,
        Type returnType,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => member.DeclaringType != typeof(TimeSpan) || instance is null
            ? null
            : member.Name switch
            {
                nameof(TimeSpan.Ticks) => _dates.AsLong(instance),
                nameof(TimeSpan.Days) => Part(instance, TimeSpan.TicksPerDay, modulo: null),
                nameof(TimeSpan.Hours) => Part(instance, TimeSpan.TicksPerHour, 24),
                nameof(TimeSpan.Minutes) => Part(instance, TimeSpan.TicksPerMinute, 60),
                nameof(TimeSpan.Seconds) => Part(instance, TimeSpan.TicksPerSecond, 60),
                nameof(TimeSpan.Milliseconds) => Part(instance, TimeSpan.TicksPerMillisecond, 1000),
                nameof(TimeSpan.TotalDays) => Total(instance, TimeSpan.TicksPerDay),
                nameof(TimeSpan.TotalHours) => Total(instance, TimeSpan.TicksPerHour),
                nameof(TimeSpan.TotalMinutes) => Total(instance, TimeSpan.TicksPerMinute),
                nameof(TimeSpan.TotalSeconds) => Total(instance, TimeSpan.TicksPerSecond),
                nameof(TimeSpan.TotalMilliseconds) => Total(instance, TimeSpan.TicksPerMillisecond),
                _ => null
            };

    private SqlExpression Part(SqlExpression instance, long ticks, long? modulo)
    {
        var whole = sql.Divide(_dates.AsLong(instance), sql.Constant(ticks));
        return sql.Convert(modulo is null ? whole : sql.Modulo(whole, sql.Constant(modulo.Value)), typeof(int));
    }

    private SqlExpression Total(SqlExpression instance, long ticks)
        => sql.Divide(sql.Convert(_dates.AsLong(instance), typeof(double)), sql.Constant((double)ticks));
}
