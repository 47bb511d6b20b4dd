using System.Collections.Concurrent;
using System.Reflection;

namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>
///     The children of a kind of node, found once per kind from its properties, so that a new kind of node needs no code to be walked
///     and none of its children can be forgotten.
/// </summary>
internal sealed class SqlNodeShape
{
    private static readonly ConcurrentDictionary<Type, SqlNodeShape> Shapes = new();

    private SqlNodeShape(Type type)
        => Children = [.. Ancestry(type).SelectMany(DeclaredChildren)];

    /// <summary>The properties that hold nodes or lists of nodes, those of the base classes first.</summary>
    public IReadOnlyList<Child> Children { get; }

    public static SqlNodeShape Of(SqlNode node) => Shapes.GetOrAdd(node.GetType(), static type => new SqlNodeShape(type));

    private static IEnumerable<Type> Ancestry(Type type)
        => type.BaseType is { } baseType && type != typeof(SqlNode) ? Ancestry(baseType).Append(type) : [type];

    private static IEnumerable<Child> DeclaredChildren(Type type)
        => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null)
            .OrderBy(property => property.MetadataToken)
            .Select(CreateChild)
            .OfType<Child>();

    private static Child? CreateChild(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (type.IsAssignableTo(typeof(SqlNode)))
        {
            return Create(typeof(SingleChild<,>), type);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            && type.GenericTypeArguments[0] is var item && item.IsAssignableTo(typeof(SqlNode))
                ? Create(typeof(ListChild<,>), item)
                : null;

        Child Create(Type definition, Type childType)
            => (Child)Activator.CreateInstance(definition.MakeGenericType(property.DeclaringType!, childType), property)!;
    }

    /// <summary>One property of a kind of node.</summary>
    internal abstract class Child
    {
        public abstract void Visit(SqlNode node, SqlTreeVisitor visitor);

        /// <summary>Rewrites the child of <paramref name="node" /> into <paramref name="result" />, which is copied from the node at the first change.</summary>
        public abstract SqlNode Rewrite(SqlNode node, SqlNode result, SqlTreeRewriter rewriter);

        public abstract void CollectInto(SqlNode node, List<SqlNode> children);
    }

    private abstract class Child<TNode, TValue>(PropertyInfo property) : Child
        where TNode : SqlNode
        where TValue : class
    {
        private readonly Func<TNode, TValue?> _get = property.GetMethod!.CreateDelegate<Func<TNode, TValue?>>();
        private readonly Action<TNode, TValue> _set = property.SetMethod!.CreateDelegate<Action<TNode, TValue>>();

        protected TValue? Get(SqlNode node) => _get((TNode)node);

        protected SqlNode Set(SqlNode node, SqlNode result, TValue before, TValue after)
        {
            if (!ReferenceEquals(before, after))
            {
                result = ReferenceEquals(node, result) ? node.Copy() : result;
                _set((TNode)result, after);
            }

            return result;
        }
    }

    private sealed class SingleChild<TNode, TChild>(PropertyInfo property) : Child<TNode, TChild>(property)
        where TNode : SqlNode
        where TChild : SqlNode
    {
        public override void Visit(SqlNode node, SqlTreeVisitor visitor)
        {
            if (Get(node) is { } child)
            {
                visitor.Visit(child);
            }
        }

        public override SqlNode Rewrite(SqlNode node, SqlNode result, SqlTreeRewriter rewriter)
            => Get(node) is { } child ? Set(node, result, child, rewriter.Rewrite<TChild>(child)) : result;

        public override void CollectInto(SqlNode node, List<SqlNode> children)
        {
            if (Get(node) is { } child)
            {
                children.Add(child);
            }
        }
    }

    private sealed class ListChild<TNode, TChild>(PropertyInfo property) : Child<TNode, IReadOnlyList<TChild>>(property)
        where TNode : SqlNode
        where TChild : SqlNode
    {
        public override void Visit(SqlNode node, SqlTreeVisitor visitor)
        {
            if (Get(node) is { } children)
            {
                visitor.VisitAll(children);
            }
        }

        public override SqlNode Rewrite(SqlNode node, SqlNode result, SqlTreeRewriter rewriter)
            => Get(node) is { } children ? Set(node, result, children, rewriter.RewriteAll(children)) : result;

        public override void CollectInto(SqlNode node, List<SqlNode> children)
        {
            if (Get(node) is { } items)
            {
                children.AddRange(items);
            }
        }
    }
}
