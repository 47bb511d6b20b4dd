using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Static methods of <see cref="Convert" />, and <c>Parse</c> of the numeric types.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_CAST_function.html</remarks>
internal sealed class RedshiftConvertTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
    : IMethodCallTranslator
{
    private readonly RedshiftToStringTranslator _toString = new(sql, typeMappingSource);

    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => arguments is not [{ } value]
            ? null
            : method.DeclaringType == typeof(Convert)
                ? TranslateConvert(method, value, logger)
                : method.Name == nameof(int.Parse) && value.Type == typeof(string) && method.DeclaringType == method.ReturnType
                    ? Parsed(value, method.ReturnType)
                    : null;

    private SqlExpression? TranslateConvert(MethodInfo method, SqlExpression value, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.Name switch
        {
            nameof(Convert.ToString) => _toString.Translate(value, method: ToStringMethod, arguments: [], logger),
            nameof(Convert.ToBoolean) when IsInteger(value.Type) => sql.NotEqual(value, sql.Convert(sql.Constant(0), value.Type)),
            nameof(Convert.ToInt16) or nameof(Convert.ToInt32) or nameof(Convert.ToInt64) or nameof(Convert.ToByte)
                => value.Type == typeof(string)
                    ? Parsed(value, method.ReturnType)
                    : IsInteger(value.Type)
                        ? sql.Convert(value, method.ReturnType)
                        : IsFractional(value.Type)
                            ? sql.Convert(sql.Call("ROUND", value.Type, value.TypeMapping, value), method.ReturnType)
                            : null,
            nameof(Convert.ToDouble) or nameof(Convert.ToSingle) or nameof(Convert.ToDecimal)
                => value.Type == typeof(string) || IsInteger(value.Type) || IsFractional(value.Type)
                    ? Parsed(value, method.ReturnType)
                    : null,
            _ => null
        };

    private SqlExpression? Parsed(SqlExpression value, Type type)
        => Type.GetTypeCode(type) switch
        {
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double
                => sql.Convert(value, type),

            // Without a scale a DECIMAL has none. 28 digits are what System.Decimal holds.
            // https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
            TypeCode.Decimal => sql.Convert(value, type, typeMappingSource.FindMapping("decimal(28,10)")),
            _ => null
        };

    private static readonly MethodInfo ToStringMethod = typeof(object).GetMethod(nameof(ToString))!;

    private static bool IsInteger(Type type)
        => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 && !type.IsEnum;

    private static bool IsFractional(Type type)
        => Type.GetTypeCode(type) is TypeCode.Single or TypeCode.Double or TypeCode.Decimal;
}
