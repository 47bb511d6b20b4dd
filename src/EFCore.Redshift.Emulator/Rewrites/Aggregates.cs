using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     LISTAGG, MEDIAN, the percentiles, RATIO_TO_REPORT and APPROXIMATE, as aggregates and over windows.
///     https://docs.aws.amazon.com/redshift/latest/dg/c_Aggregate_Functions.html
/// </summary>
internal sealed class Aggregates : RewriteRule
{
    private static readonly WindowFrame WholePartition = new(
        FrameUnit.Rows, new FrameBound(FrameBoundKind.UnboundedPreceding), new FrameBound(FrameBoundKind.UnboundedFollowing));

    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            FunctionCall { Name: { Name: "listagg", Parts.Count: 1 }, Arguments.Count: 1 or 2 } call => ListAgg(call),
            FunctionCall { Name: { Name: "median", Parts.Count: 1 }, Arguments: [var value] } call
                => Percentile("_percentile_cont", new NumericLiteral("0.5"), call with { WithinGroup = [new OrderItem(value)] }),
            FunctionCall { Name: { Name: "percentile_cont" or "percentile_disc", Parts.Count: 1 }, Arguments: [var fraction], WithinGroup: [_] } call
                => Percentile("_" + call.Name.Name, fraction, call),
            FunctionCall { Name: { Name: "ratio_to_report", Parts.Count: 1 }, Arguments: [var value], Over: { } window } => RatioToReport(value, window),
            FunctionCall { IsApproximate: true } call => call with { IsApproximate = false },
            _ => node
        };

    // NULLs and empty strings are skipped.
    private static FunctionCall ListAgg(FunctionCall call)
    {
        var value = new FunctionCall("nullif", new CastExpression(call.Arguments[0], new TypeName("character varying")), new StringLiteral(""));
        var list = new FunctionCall("string_agg", value, call.Arguments.Count > 1 ? call.Arguments[1] : new StringLiteral(""))
        {
            Quantifier = call.Quantifier
        };

        return Emulated.Call("_listagg", call.Over is null
            ? list with { OrderBy = OrderOf(call, value) }
            : list with { Over = call.Over with { OrderBy = call.WithinGroup, Frame = call.WithinGroup is [] ? null : WholePartition } });
    }

    // With DISTINCT, PostgreSQL orders by what it aggregates and by nothing else: by the very same expression.
    private static IReadOnlyList<OrderItem> OrderOf(FunctionCall call, Expression value)
        => call.Quantifier is SetQuantifier.Distinct ? [.. call.WithinGroup.Take(1).Select(item => item with { Expression = value })] : call.WithinGroup;

    private static FunctionCall Percentile(string function, Expression fraction, FunctionCall call)
    {
        var order = call.WithinGroup[0];
        var values = new FunctionCall("array_agg", order.Expression)
        {
            Filter = new IsExpression(order.Expression, IsTest.Null, IsNegated: true)
        };

        return Emulated.Call(
            function,
            new CastExpression(fraction, new TypeName("double precision")),
            call.Over is null
                ? values with { OrderBy = [order] }
                : values with { Over = call.Over with { OrderBy = [order], Frame = WholePartition } });
    }

    private static BinaryExpression RatioToReport(Expression value, WindowSpecification window)
    {
        var doubleValue = new CastExpression(value, new TypeName("double precision"));
        return new BinaryExpression(doubleValue, "/", new FunctionCall("nullif", new FunctionCall("sum", doubleValue) { Over = window }, new NumericLiteral("0")));
    }
}
