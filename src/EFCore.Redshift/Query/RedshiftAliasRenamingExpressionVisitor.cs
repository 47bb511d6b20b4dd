using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Copies tables of a finished SQL tree under fresh aliases.</summary>
internal sealed class RedshiftAliasRenamingExpressionVisitor(IReadOnlyDictionary<string, string> newAliases) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
        => base.VisitExtension(node) switch
        {
            ColumnExpression column when newAliases.TryGetValue(column.TableAlias, out var alias)
                => new ColumnExpression(column.Name, alias, column.Column, column.Type, column.TypeMapping, column.IsNullable),
            JoinExpressionBase join => join,
            TableExpressionBase { Alias: { } oldAlias } table when newAliases.TryGetValue(oldAlias, out var alias) => table.WithAlias(alias),
            var visited => visited
        };
}
