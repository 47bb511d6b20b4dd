using System.Globalization;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     A DECIMAL type, or an integer type as arithmetic with decimals takes it: SMALLINT is (5,0), INTEGER (10,0), BIGINT (19,0).
///     https://docs.aws.amazon.com/redshift/latest/dg/r_numeric_computations201.html
/// </summary>
internal readonly record struct DecimalType(int Precision, int Scale, bool IsInteger = false)
{
    private const int MaxPrecision = 38;

    private static readonly DecimalType SmallInt = new(5, 0, IsInteger: true);
    private static readonly DecimalType Integer = new(10, 0, IsInteger: true);
    private static readonly DecimalType BigInt = new(19, 0, IsInteger: true);

    /// <summary>The type of an expression of the client's tree; null where it is another one, or not known without executing.</summary>
    public static DecimalType? Of(Expression expression, RewriteContext context)
        => expression switch
        {
            NumericLiteral literal => OfLiteral(literal.Text),
            ColumnReference reference when context.Bound.Find(reference) is { HasPath: false, Column.Type: { } type } => Parse(type),
            CastExpression { Type: { Name: "numeric", Modifiers: var modifiers } } => modifiers switch
            {
                [var precision, var scale] => new DecimalType(precision, scale),
                [var precision] => new DecimalType(precision, 0),
                _ => new DecimalType(18, 0)
            },
            CastExpression cast => Parse(cast.Type.Name),
            UnaryExpression { Operator: "-" or "+" } unary => Of(unary.Operand, context),
            BinaryExpression { Operator: "+" or "-" or "*" or "/" } binary when Of(binary.Left, context) is { } left && Of(binary.Right, context) is { } right
                => Of(binary.Operator, left, right),
            FunctionCall { Name: { Name: "sum" or "avg", Parts.Count: 1 }, Arguments: [var argument] } when Of(argument, context) is { } type
                => type.IsInteger ? BigInt : type with { Precision = MaxPrecision },
            FunctionCall { Name: { Name: "count", Parts.Count: 1 } } => BigInt,
            FunctionCall { Name: { Name: "min" or "max" or "abs", Parts.Count: 1 }, Arguments: [var argument] } => Of(argument, context),
            _ => null
        };

    /// <summary>The type of a quotient, whose scale gives way where the precision would be more than 38.</summary>
    public static DecimalType Quotient(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(4, left.Scale + right.Precision - right.Scale + 1);
        return Fit(left.Precision - left.Scale + right.Scale + scale, scale);
    }

    private static DecimalType Of(string operation, DecimalType left, DecimalType right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            return left.Precision > right.Precision ? left : right;
        }

        if (operation == "/")
        {
            return Quotient(left, right);
        }

        if (operation == "*")
        {
            return Fit(left.Precision + right.Precision + 1, left.Scale + right.Scale);
        }

        var scale = Math.Max(left.Scale, right.Scale);
        return Fit(Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + scale + 1, scale);
    }

    private static DecimalType Fit(int precision, int scale)
        => precision <= MaxPrecision
            ? new DecimalType(precision, scale)
            : new DecimalType(MaxPrecision, Math.Max(MaxPrecision + scale - precision, Math.Min(scale, 4)));

    private static DecimalType? OfLiteral(string text)
    {
        var point = text.IndexOf('.');
        if (point >= 0)
        {
            return text.AsSpan().ContainsAny('e', 'E') ? null : new DecimalType(text.Length - 1, text.Length - point - 1);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? Integer
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? BigInt
            : null;
    }

    // As the catalogue prints types: numeric(8,2), integer.
    private static DecimalType? Parse(string type)
        => type switch
        {
            "smallint" => SmallInt,
            "integer" => Integer,
            "bigint" => BigInt,
            _ when type.StartsWith("numeric(", StringComparison.Ordinal) && type["numeric(".Length..^1].Split(',') is [var precision, var scale]
                => new DecimalType(int.Parse(precision, CultureInfo.InvariantCulture), int.Parse(scale, CultureInfo.InvariantCulture)),
            _ => null
        };
}
