using System.Linq.Expressions;

namespace EFCore.Redshift.Query;

internal static class ExpressionVisitorExtensions
{
    /// <summary>Visits the elements; the list itself comes back where none changed.</summary>
    public static IReadOnlyList<T> VisitAndConvert<T>(this ExpressionVisitor visitor, IReadOnlyList<T> expressions)
        where T : Expression
    {
        List<T>? changed = null;
        for (var i = 0; i < expressions.Count; i++)
        {
            var visited = (T)visitor.Visit(expressions[i]);
            if (changed is null && !ReferenceEquals(visited, expressions[i]))
            {
                changed = [.. expressions.Take(i)];
            }

            changed?.Add(visited);
        }

        return changed ?? expressions;
    }
}
