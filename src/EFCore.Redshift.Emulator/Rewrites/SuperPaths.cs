using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Paths into SUPER values, and the iteration over arrays and objects in FROM, are calls.
///     https://docs.aws.amazon.com/redshift/latest/dg/query-super.html
/// </summary>
internal sealed class SuperPaths : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            ColumnReference reference when original is ColumnReference written
                && context.Bound.Find(written) is { Kind: ColumnBindingKind.Column or ColumnBindingKind.SuperValue } binding => Column(reference, binding),
            FieldAccess access => Attribute(access.Operand, access.Name),
            Subscript { Index: StringLiteral name } subscript => Attribute(subscript.Operand, name.Value),
            Subscript subscript => Emulated.Call("_get", subscript.Operand, new CastExpression(subscript.Index, new TypeName("integer"))),
            NamedTable table when IsIteration(original, context) => Iterate("_unnest", Path(table.Name, context), table, table.IndexAlias),
            PathTable table => Iterate("_unnest", table.Path, table, table.IndexAlias),
            UnpivotedObject table => Iterate("_unpivot", table.Object, table, table.NameAlias),
            _ => node
        };

    private static bool IsIteration(SqlNode table, RewriteContext context) => context.Bound.FindSource(table) is { Kind: TableSourceKind.Super };

    private static Expression Column(ColumnReference reference, ColumnBinding binding)
    {
        var column = binding.Kind is ColumnBindingKind.SuperValue && reference.Parts[0] == binding.Source?.Name
            ? Variable(reference.Parts[0])
            : binding.HasPath ? new ColumnReference([.. reference.Parts.Take(binding.ColumnPartCount)]) : reference;

        return binding.HasPath ? Steps(column, reference.Parts.Skip(binding.ColumnPartCount)) : column;
    }

    // The variable of an iteration is the only column of that name in its item of FROM.
    private static ColumnReference Variable(string name) => new(name, name);

    private static Expression Path(QualifiedName name, RewriteContext context)
    {
        var first = name.Parts[0];
        return context.Bound.Sources.Any(source => source.Kind is TableSourceKind.Super && source.Name == first)
            ? Steps(Variable(first), name.Parts.Skip(1))
            : Steps(new ColumnReference(first, name.Parts[1]), name.Parts.Skip(2));
    }

    public static Expression Steps(Expression value, IEnumerable<string> names) => names.Aggregate(value, Attribute);

    private static Expression Attribute(Expression value, string name) => Emulated.Call("_get", value, new StringLiteral(name));

    // UNNEST(…) AS t (value, position) names both columns in its alias; AS e AT i makes two variables.
    private static FunctionTable Iterate(string function, Expression value, TableReference table, Identifier? index)
    {
        var name = table.Alias?.Name ?? new Identifier("element");
        var unnamed = new Identifier("index of " + name.Name);
        return new FunctionTable(Emulated.Call(function, value))
        {
            Alias = table.Alias?.Columns switch
            {
                [var element] => new TableAlias(name, [element, index ?? unnamed]),
                [var element, var position, ..] => new TableAlias(name, [element, position]),
                _ => new TableAlias(name, [name, index ?? unnamed])
            }
        };
    }
}
