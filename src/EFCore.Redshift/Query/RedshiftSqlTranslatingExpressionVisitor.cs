using System.Linq.Expressions;
using EFCore.Redshift.Query.Translators;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;
using ExpressionExtensions = Microsoft.EntityFrameworkCore.Query.ExpressionExtensions;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftSqlTranslatingExpressionVisitor(
    RelationalSqlTranslatingExpressionVisitorDependencies dependencies,
    QueryCompilationContext queryCompilationContext,
    QueryableMethodTranslatingExpressionVisitor queryableMethodTranslatingExpressionVisitor)
    : NpgsqlSqlTranslatingExpressionVisitor(dependencies, queryCompilationContext, queryableMethodTranslatingExpressionVisitor)
{
    private readonly QueryCompilationContext _queryCompilationContext = queryCompilationContext;
    private readonly ISqlExpressionFactory _sql = dependencies.SqlExpressionFactory;
    private readonly IRelationalTypeMappingSource _typeMappingSource = dependencies.TypeMappingSource;
    private readonly RedshiftDateArithmetic _dates = new(dependencies.SqlExpressionFactory, dependencies.TypeMappingSource);

    protected override Expression VisitUnary(UnaryExpression unaryExpression)
    {
        switch (unaryExpression.NodeType)
        {
            // OCTET_LENGTH counts the bytes of a VARBYTE. https://docs.aws.amazon.com/redshift/latest/dg/r_OCTET_LENGTH.html
            case ExpressionType.ArrayLength when unaryExpression.Operand.Type == typeof(byte[]):
                return Visit(unaryExpression.Operand) is SqlExpression bytes
                    ? _sql.Call("OCTET_LENGTH", typeof(int), bytes)
                    : QueryCompilationContext.NotTranslatedExpression;

            // A cast to an integer truncates in .NET; on Redshift it rounds or truncates, depending on where the value comes from.
            // https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
            case ExpressionType.Convert or ExpressionType.ConvertChecked
                when IsFractional(unaryExpression.Operand.Type) && IsIntegral(unaryExpression.Type):
                return Visit(unaryExpression.Operand) is SqlExpression number
                    ? _sql.Convert(_sql.Call("TRUNC", number.Type, number.TypeMapping, number), Unwrapped(unaryExpression.Type))
                    : QueryCompilationContext.NotTranslatedExpression;

            // A type of its own: else the cast would take that of the other operand, and round to its scale.
            case ExpressionType.Convert or ExpressionType.ConvertChecked
                when Unwrapped(unaryExpression.Type) == typeof(decimal) && DecimalOf(Unwrapped(unaryExpression.Operand.Type)) is { } storeType:
                return Visit(unaryExpression.Operand) is SqlExpression converted
                    ? _sql.Convert(converted, unaryExpression.Type, _typeMappingSource.FindMapping(typeof(decimal), storeType))
                    : QueryCompilationContext.NotTranslatedExpression;
        }

        return base.VisitUnary(unaryExpression);
    }

    // Redshift's INTERVAL has no place on the wire, so a TimeSpan is a BIGINT of its ticks, and times are added and subtracted by functions.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_DATEDIFF_function.html
    protected override Expression VisitBinary(BinaryExpression binaryExpression)
    {
        var (left, right) = (Unwrapped(binaryExpression.Left.Type), Unwrapped(binaryExpression.Right.Type));

        return binaryExpression.NodeType switch
        {
            ExpressionType.Subtract when IsTime(left) && left == right => Translate(_dates.Difference),
            ExpressionType.Add when IsTime(left) && right == typeof(TimeSpan) => Translate(_dates.Add),
            ExpressionType.Subtract when IsTime(left) && right == typeof(TimeSpan)
                => Translate((time, span) => _dates.Add(
                    time,
                    span is SqlConstantExpression { Value: TimeSpan constant } ? _sql.Constant(-constant) : _sql.Negate(span))),

            // The operator over floating point numbers does not exist. https://docs.aws.amazon.com/redshift/latest/dg/r_MOD.html
            ExpressionType.Modulo when left == typeof(double) || left == typeof(float)
                => Translate((x, y) => _sql.Subtract(
                    x,
                    _sql.Multiply(y, _sql.Call("TRUNC", x.Type, x.TypeMapping, _sql.Divide(x, y))))),

            // SMALLINT by SMALLINT stays a SMALLINT, so the widening cast must not be left out.
            // https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_computations201.html
            ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply
                when IsWidened(binaryExpression.Left) || IsWidened(binaryExpression.Right)
                => Translate((x, y) => _sql.MakeBinary(binaryExpression.NodeType, x, y, typeMapping: null)!),
            _ => base.VisitBinary(binaryExpression)
        };

        static bool IsWidened(Expression operand)
            => operand is UnaryExpression { NodeType: ExpressionType.Convert, Operand: not ConstantExpression } convert
                && Unwrapped(convert.Type) == typeof(int)
                && Unwrapped(convert.Operand.Type) is var type
                && (type == typeof(short) || type == typeof(byte) || type == typeof(sbyte));

        Expression Translate(Func<SqlExpression, SqlExpression, SqlExpression> translate)
            => Visit(binaryExpression.Left) is SqlExpression leftOperand && Visit(binaryExpression.Right) is SqlExpression rightOperand
                ? translate(leftOperand, rightOperand)
                : QueryCompilationContext.NotTranslatedExpression;
    }

    // Npgsql makes a constant of constants, and calls PostgreSQL's make_date and make_timestamp for the rest.
    protected override Expression VisitNew(NewExpression newExpression)
        => base.VisitNew(newExpression) switch
        {
            SqlConstantExpression constant => constant,
            _ when newExpression.Type == typeof(DateTime) || newExpression.Type == typeof(DateOnly)
                => newExpression.Arguments.Select(Visit).ToList() is var arguments
                && arguments.All(argument => argument is SqlExpression && argument.Type == typeof(int))
                    ? _dates.FromParts(newExpression.Type, [.. arguments.Cast<SqlExpression>()]) ?? QueryCompilationContext.NotTranslatedExpression
                    : QueryCompilationContext.NotTranslatedExpression,
            var visited => visited
        };

    protected override Expression VisitMethodCall(MethodCallExpression methodCallExpression)
        => methodCallExpression is
        {
            Object: { } instance,
            Method: { Name: var name and (nameof(string.StartsWith) or nameof(string.EndsWith) or nameof(string.Contains)) } method,
            Arguments: [{ } pattern, ..]
        }
            && method.DeclaringType == typeof(string)
            && (methodCallExpression.Arguments.Count == 1 || IsOrdinal(methodCallExpression.Arguments[1]))
                ? TranslateStringMatch(instance, pattern, name) ?? QueryCompilationContext.NotTranslatedExpression
                : methodCallExpression.Method.DeclaringType == typeof(Microsoft.EntityFrameworkCore.DbFunctionsExtensions)
                && methodCallExpression.Method.Name == nameof(Microsoft.EntityFrameworkCore.DbFunctionsExtensions.Like)
                    ? TranslateLike(methodCallExpression) ?? QueryCompilationContext.NotTranslatedExpression
                    : base.VisitMethodCall(methodCallExpression);

    private SqlExpression? TranslateStringMatch(Expression instance, Expression pattern, string method)
    {
        if (Visit(instance) is not SqlExpression text || Visit(pattern) is not SqlExpression searched)
        {
            return null;
        }

        var typeMapping = ExpressionExtensions.InferTypeMapping(text, searched) ?? _typeMappingSource.FindMapping(typeof(string));
        text = _sql.ApplyTypeMapping(text, typeMapping);

        switch (searched)
        {
            case SqlConstantExpression { Value: null }:
                return _sql.Like(text, _sql.Constant(null, typeof(string), typeMapping));

            case SqlConstantExpression constant:
                return ConstantLike(text, RedshiftLikePattern.Matching(constant.Value.ToString()!, method), typeMapping);

            case SqlParameterExpression parameter:
                return _sql.Like(
                    text,
                    RuntimePattern(
                        parameter,
                        $"{parameter.Name}_{method.ToLowerInvariant()}",
                        value => RedshiftLikePattern.Matching(value, method).WithBackslash(),
                        typeMapping));

            default:
                return TranslateStringMatchByPosition(text, _sql.ApplyTypeMapping(searched, typeMapping), method);
        }
    }

    // The wildcards in a column's value cannot be escaped, so LIKE does not serve. LEFT(x, LEN(y)) = y would ignore trailing blanks.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_STRPOS.html
    private SqlExpression TranslateStringMatchByPosition(SqlExpression text, SqlExpression searched, string method)
    {
        var position = method == nameof(string.EndsWith)
            ? _sql.Call(
                "STRPOS",
                typeof(int),
                _sql.Call("REVERSE", typeof(string), text.TypeMapping, text),
                _sql.Call("REVERSE", typeof(string), text.TypeMapping, searched))
            : _sql.Call("STRPOS", typeof(int), text, searched);

        var found = method == nameof(string.Contains)
            ? _sql.GreaterThan(position, _sql.Constant(0))
            : _sql.Equal(position, _sql.Constant(1));

        return _sql.AndAlso(
            _sql.IsNotNull(text),
            _sql.AndAlso(
                _sql.IsNotNull(searched),
                _sql.OrElse(_sql.Equal(_sql.Call("LEN", typeof(int), searched), _sql.Constant(0)), found)));
    }

    private SqlExpression? TranslateLike(MethodCallExpression call)
    {
        if (Visit(call.Arguments[1]) is not SqlExpression text
            || Visit(call.Arguments[2]) is not SqlExpression pattern
            || (call.Arguments.Count > 3 && call.Arguments[3] is not ConstantExpression { Value: string { Length: 1 } }))
        {
            return null;
        }

        var typeMapping = ExpressionExtensions.InferTypeMapping(text, pattern) ?? _typeMappingSource.FindMapping(typeof(string));
        text = _sql.ApplyTypeMapping(text, typeMapping);
        var escape = call.Arguments.Count > 3 ? ((string)((ConstantExpression)call.Arguments[3]).Value!)[0] : (char?)null;

        return pattern switch
        {
            SqlConstantExpression { Value: null } => _sql.Like(text, _sql.Constant(null, typeof(string), typeMapping)),
            SqlConstantExpression constant
                => ConstantLike(text, new RedshiftLikePattern((string)constant.Value, escape), typeMapping),
            SqlParameterExpression parameter
                => _sql.Like(
                    text,
                    RuntimePattern(
                        parameter,
                        $"{parameter.Name}_like{(escape is null ? "" : ((int)escape).ToString(System.Globalization.CultureInfo.InvariantCulture))}",
                        value => new RedshiftLikePattern(value, escape).WithBackslash(),
                        typeMapping)),

            // Redshift's own escape character is the backslash, which EF.Functions.Like without an escape does not know.
            _ when escape is null => _sql.Like(
                text,
                _sql.Call(
                    "REPLACE",
                    typeof(string),
                    typeMapping,
                    _sql.ApplyTypeMapping(pattern, typeMapping),
                    _sql.Constant("\\", typeMapping),
                    _sql.Constant("\\\\", typeMapping))),
            _ => null
        };
    }

    private SqlExpression ConstantLike(SqlExpression text, RedshiftLikePattern pattern, RelationalTypeMapping? typeMapping)
        => pattern.NeedsEscape
            ? _sql.Like(text, _sql.Constant(pattern.WithCaret(), typeMapping), _sql.Constant("^", typeMapping))
            : _sql.Like(text, _sql.Constant(pattern.Text, typeMapping));

    // "LIKE $1 ESCAPE '^'" fails with "Function like_escape(text,text) not supported", so the value that is sent is escaped by backslashes,
    // the default. A bound parameter, unlike a literal, needs them once.
    private SqlParameterExpression RuntimePattern(
        SqlParameterExpression parameter,
        string name,
        Func<string, string> escape,
        RelationalTypeMapping? typeMapping)
    {
        Func<QueryContext, string?> value = context => context.Parameters[parameter.Name]?.ToString() is { } text ? escape(text) : null;
        var runtimeParameter = _queryCompilationContext.RegisterRuntimeParameter(
            name,
            Expression.Lambda(
                Expression.Invoke(Expression.Constant(value), QueryCompilationContext.QueryContextParameter),
                QueryCompilationContext.QueryContextParameter));

        return new SqlParameterExpression(runtimeParameter.Name, runtimeParameter.Type, typeMapping);
    }

    private static bool IsOrdinal(Expression comparison)
        => comparison is ConstantExpression { Value: StringComparison.Ordinal };

    private static Type Unwrapped(Type type)
        => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsTime(Type type)
        => type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeOnly);

    // What holds every integer of the type; of a floating point number, ten digits after the point.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_numeric_computations201.html
    private static string? DecimalOf(Type type)
        => Type.GetTypeCode(type) switch
        {
            TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 => "decimal(5,0)",
            TypeCode.UInt16 or TypeCode.Int32 => "decimal(10,0)",
            TypeCode.UInt32 or TypeCode.Int64 => "decimal(19,0)",
            TypeCode.UInt64 => "decimal(20,0)",
            TypeCode.Single or TypeCode.Double => "decimal(28,10)",
            _ => null
        };

    private static bool IsFractional(Type type)
        => Unwrapped(type) is var t && (t == typeof(float) || t == typeof(double) || t == typeof(decimal));

    private static bool IsIntegral(Type type)
        => Unwrapped(type) is var t
            && (t == typeof(int) || t == typeof(long) || t == typeof(short) || t == typeof(byte) || t == typeof(sbyte)
                || t == typeof(uint) || t == typeof(ulong) || t == typeof(ushort));
}
