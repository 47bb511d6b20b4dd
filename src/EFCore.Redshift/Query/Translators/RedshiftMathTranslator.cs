using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using ExpressionExtensions = Microsoft.EntityFrameworkCore.Query.ExpressionExtensions;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Static methods of <see cref="Math" /> and <see cref="MathF" />, and those of the number types that mean the same.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/Math_functions.html</remarks>
internal sealed class RedshiftMathTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => instance is null
            && method.DeclaringType is { } declaringType
            && (declaringType == typeof(Math) || declaringType == typeof(MathF) || (declaringType.IsPrimitive || declaringType == typeof(decimal)))
            && arguments.All(argument => IsNumber(argument.Type))
                ? arguments switch
                {
                    [var x] => Unary(method.Name, x, method.ReturnType),
                    [var x, var y] => Binary(method.Name, x, y, method.ReturnType),
                    _ => null
                }
                : null;

    private SqlExpression? Unary(string name, SqlExpression x, Type type)
        => name switch
        {
            nameof(Math.Abs) => Same("ABS", x),
            nameof(Math.Ceiling) => Same("CEILING", x),
            nameof(Math.Floor) => Same("FLOOR", x),
            nameof(Math.Round) => Same("ROUND", x),
            nameof(Math.Truncate) => Same("TRUNC", x),
            nameof(Math.Sign) => sql.Convert(Same("SIGN", x), typeof(int)),
            nameof(Math.Sqrt) => Floating("SQRT", type, x),
            nameof(Math.Cbrt) => Floating("CBRT", type, x),
            nameof(Math.Exp) => Floating("EXP", type, x),
            nameof(Math.Log) => Floating("LN", type, x),
            nameof(Math.Log10) => Floating("LOG", type, x), // with one argument, Redshift's LOG is base 10
            nameof(Math.Log2) => Logarithm(x, sql.Constant(2.0), type),
            nameof(Math.Sin) => Floating("SIN", type, x),
            nameof(Math.Cos) => Floating("COS", type, x),
            nameof(Math.Tan) => Floating("TAN", type, x),
            nameof(Math.Asin) => Floating("ASIN", type, x),
            nameof(Math.Acos) => Floating("ACOS", type, x),
            nameof(Math.Atan) => Floating("ATAN", type, x),
            nameof(double.RadiansToDegrees) => Floating("DEGREES", type, x),
            nameof(double.DegreesToRadians) => Floating("RADIANS", type, x),
            _ => null
        };

    private SqlExpression? Binary(string name, SqlExpression x, SqlExpression y, Type type)
        => name switch
        {
            nameof(Math.Pow) => Floating("POWER", type, x, y),
            nameof(Math.Atan2) => Floating("ATAN2", type, x, y),
            nameof(Math.Log) => Logarithm(x, y, type),
            nameof(Math.Round) when y.Type == typeof(int) => sql.Call("ROUND", x.Type, x.TypeMapping, x, y),
            nameof(Math.Max) => Extreme("GREATEST", x, y, type),
            nameof(Math.Min) => Extreme("LEAST", x, y, type),
            _ => null
        };

    private SqlExpression Same(string function, SqlExpression x)
        => sql.Call(function, x.Type, x.TypeMapping, x);

    // These want and give DOUBLE PRECISION; LN over a table refuses anything else. https://docs.aws.amazon.com/redshift/latest/dg/r_LN.html
    private SqlExpression Floating(string function, Type type, params SqlExpression[] arguments)
    {
        var result = sql.Call(function, typeof(double), [.. arguments.Select(AsDouble)]);
        return type == typeof(double) ? result : sql.Convert(result, type);
    }

    // There is no LOG with a base. https://docs.aws.amazon.com/redshift/latest/dg/r_LOG.html
    private SqlExpression Logarithm(SqlExpression x, SqlExpression newBase, Type type)
    {
        var result = sql.Divide(Floating("LN", typeof(double), x), Floating("LN", typeof(double), newBase));
        return type == typeof(double) ? result : sql.Convert(result, type);
    }

    private SqlExpression Extreme(string function, SqlExpression x, SqlExpression y, Type type)
    {
        var typeMapping = ExpressionExtensions.InferTypeMapping(x, y);
        return sql.Call(function, type, typeMapping, sql.ApplyTypeMapping(x, typeMapping), sql.ApplyTypeMapping(y, typeMapping));
    }

    private SqlExpression AsDouble(SqlExpression x)
        => x.Type == typeof(double) ? x : sql.Convert(x, typeof(double));

    private static bool IsNumber(Type type)
        => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
