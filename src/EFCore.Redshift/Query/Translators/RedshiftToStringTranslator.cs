using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary><c>ToString()</c> where .NET's result does not depend on the culture.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_CAST_function.html</remarks>
internal sealed class RedshiftToStringTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
    : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.Name == nameof(ToString) && instance is not null && arguments.Count == 0 && Text(instance) is { } text
            // ToString() of a Nullable without a value is an empty string.
            ? instance is ColumnExpression { IsNullable: true } && instance.Type != typeof(string) ? sql.Coalesce(text, sql.Constant("")) : text
            : null;

    private SqlExpression? Text(SqlExpression value)
        => Type.GetTypeCode(value.Type) switch
        {
            _ when value.Type == typeof(Guid) => Cast(value, 36),
            _ when value.Type.IsEnum => null,
            TypeCode.String => value,
            TypeCode.Char => Cast(value, 4),
            TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64
                or TypeCode.UInt64 => Cast(value, 20),
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => Cast(value, 50),

            // A boolean cannot be cast to text.
            TypeCode.Boolean => sql.Case(
                [
                    new CaseWhenClause(value, sql.Constant(bool.TrueString)),
                    new CaseWhenClause(sql.Not(value), sql.Constant(bool.FalseString))
                ],
                elseResult: null),
            _ => null
        };

    private SqlExpression Cast(SqlExpression value, int bytes)
        => sql.Convert(value, typeof(string), typeMappingSource.FindMapping($"varchar({bytes})"));
}
