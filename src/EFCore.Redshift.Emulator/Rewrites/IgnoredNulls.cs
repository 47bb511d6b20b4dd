using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     IGNORE NULLS of the value window functions: the values that are not NULL are collected over the frame.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_WF_first_value.html https://docs.aws.amazon.com/redshift/latest/dg/r_WF_LAG.html
/// </summary>
internal sealed class IgnoredNulls : RewriteRule
{
    private static readonly NumericLiteral One = new("1");

    private static readonly WindowFrame Before = new(
        FrameUnit.Rows, new FrameBound(FrameBoundKind.UnboundedPreceding), new FrameBound(FrameBoundKind.Preceding, One));

    private static readonly WindowFrame After = new(
        FrameUnit.Rows, new FrameBound(FrameBoundKind.Following, One), new FrameBound(FrameBoundKind.UnboundedFollowing));

    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is FunctionCall { Nulls: { } treatment } call
            ? treatment is NullTreatment.Ignore && call.Over is { } window ? Ignore(call with { Nulls = null }, window) : call with { Nulls = null }
            : node;

    private static FunctionCall Ignore(FunctionCall call, WindowSpecification window)
        => (call.Name.Name, call.Arguments) switch
        {
            ("first_value", [var value]) => Emulated.Call("_nth", Collect(value, window), One),
            ("last_value", [var value]) => Emulated.Call("_nth_last", Collect(value, window), One),
            ("nth_value", [var value, var position]) => Emulated.Call("_nth", Collect(value, window), position),
            ("lag", [var value]) => Emulated.Call("_nth_last", Collect(value, window with { Frame = Before }), One),
            ("lag", [var value, var offset]) => Emulated.Call("_nth_last", Collect(value, window with { Frame = Before }), offset),
            ("lead", [var value]) => Emulated.Call("_nth", Collect(value, window with { Frame = After }), One),
            ("lead", [var value, var offset]) => Emulated.Call("_nth", Collect(value, window with { Frame = After }), offset),
            _ => call
        };

    private static FunctionCall Collect(Expression value, WindowSpecification window)
        => new("array_agg", value) { Filter = new IsExpression(value, IsTest.Null, IsNegated: true), Over = window };
}
