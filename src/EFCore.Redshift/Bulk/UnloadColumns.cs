using System.Linq.Expressions;
using System.Reflection;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Query;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Bulk;

/// <summary>Finds the columns of a query's result by what the result is made of: a value, an entity, or an object with members.</summary>
internal sealed class UnloadColumns(SelectExpression select, Dictionary<string, object?> parameters, ISqlExpressionFactory sqlExpressionFactory)
{
    private const string SingleColumn = "value";

    public List<ProjectionExpression> Find(Expression shaper)
        => WithoutConversion(shaper) switch
        {
            StructuralTypeShaperExpression { ValueBufferExpression: ProjectionBindingExpression binding } => Entity(binding, shaper),
            NewExpression { Members: { } members } creation => [.. creation.Arguments.Zip(members, (value, member) => Column(value, member.Name))],
            NewExpression { Constructor: { } constructor } creation => Constructed(creation, constructor),
            MemberInitExpression initialization => Initialized(initialization),
            var value => [Column(value, Named(value) ?? SingleColumn)]
        };

    private List<ProjectionExpression> Entity(ProjectionBindingExpression binding, Expression shaper)
    {
        if (select.GetProjection(binding) is not ConstantExpression { Value: IDictionary<IPropertyBase, int> indexes })
        {
            throw Refused(shaper);
        }

        return
        [
            .. indexes.DistinctBy(index => index.Value)
                .Select(index => (Projection: RedshiftBytesReadingExpressionVisitor.WithoutReading(select.Projection[index.Value].Expression), Property: index.Key))
                .Select(column => new ProjectionExpression(
                    column.Projection, column.Property is IProperty property ? property.GetColumnName() : column.Property.Name))
        ];
    }

    private List<ProjectionExpression> Constructed(NewExpression creation, ConstructorInfo constructor)
        => [.. creation.Arguments.Zip(constructor.GetParameters(), (value, parameter) => Column(value, parameter.Name!))];

    private List<ProjectionExpression> Initialized(MemberInitExpression initialization)
    {
        var columns = initialization.NewExpression.Arguments.Count == 0
            ? []
            : Constructed(initialization.NewExpression, initialization.NewExpression.Constructor!);

        foreach (var binding in initialization.Bindings)
        {
            columns.Add(binding is MemberAssignment assignment ? Column(assignment.Expression, binding.Member.Name) : throw Refused(initialization));
        }

        return columns;
    }

    private ProjectionExpression Column(Expression value, string name)
        => new(
            WithoutConversion(value) switch
            {
                ProjectionBindingExpression binding when select.GetProjection(binding) is ConstantExpression { Value: int index }
                    => RedshiftBytesReadingExpressionVisitor.WithoutReading(select.Projection[index].Expression),
                ConstantExpression constant => Constant(constant.Value, constant.Type, value),
                QueryParameterExpression parameter => Constant(parameters[parameter.Name], parameter.Type, value),
                _ => throw Refused(value)
            },
            name);

    // A value that does not come from the database: EF would add it to the result on the client.
    private SqlExpression Constant(object? value, Type type, Expression expression)
        => sqlExpressionFactory.ApplyDefaultTypeMapping(sqlExpressionFactory.Constant(value, type)) is { TypeMapping: not null } constant
            ? constant
            : throw Refused(expression);

    private string? Named(Expression value)
        => value is ProjectionBindingExpression binding
            && select.GetProjection(binding) is ConstantExpression { Value: int index }
            && select.Projection[index].Alias is { Length: > 0 } alias
                ? alias
                : null;

    private static Expression WithoutConversion(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand })
        {
            expression = operand;
        }

        return expression;
    }

    private static InvalidOperationException Refused(Expression expression)
        => new(RedshiftStrings.UnloadProjection(expression switch
        {
            IncludeExpression include => $"the included navigation '{include.Navigation.Name}'",
            RelationalCollectionShaperExpression { Navigation: { } navigation } => $"the collection '{navigation.Name}'",
            RelationalCollectionShaperExpression or RelationalSplitCollectionShaperExpression => "a collection",
            _ => expression.Print()
        }));
}
