using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Puts expressions in the place of columns.</summary>
internal sealed class RedshiftColumnReplacingExpressionVisitor(
    IReadOnlyDictionary<(string TableAlias, string Name), SqlExpression> replacements) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
        => node is ColumnExpression column && replacements.TryGetValue((column.TableAlias, column.Name), out var replacement)
            ? replacement
            : base.VisitExtension(node);
}
