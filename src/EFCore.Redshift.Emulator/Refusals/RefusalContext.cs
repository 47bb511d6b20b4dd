using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>What a rule may know besides the node it looks at.</summary>
internal sealed class RefusalContext(BoundStatement statement, SessionSettings settings)
{
    private readonly List<SqlNode> _ancestors = [];

    public BoundStatement Statement { get; } = statement;

    public SessionSettings Settings { get; } = settings;

    /// <summary>The length of the client's text, in bytes of UTF-8.</summary>
    public long TextBytes { get; init; }

    /// <summary>Whether the client's text holds other statements too, which then share one transaction.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The nodes around the one that is looked at, the outermost first.</summary>
    public IReadOnlyList<SqlNode> Ancestors
        => _ancestors;

    /// <summary>The node that holds the one that is looked at; null for the statement itself.</summary>
    public SqlNode? Parent
        => _ancestors.Count == 0 ? null : _ancestors[^1];

    /// <summary>Whether something that the documentation leaves open is let through.</summary>
    public bool Allows(UncertainFeature feature)
        => Settings.Relaxed.Contains(feature);

    /// <summary>An error about a node.</summary>
    public static RedshiftErrorException Error(string sqlState, string message, SqlNode? node, string? hint = null)
        => new(sqlState, message, hint: hint, position: PositionOf(node));

    /// <summary>An error of grammar, as the parser would have found it.</summary>
    public static RedshiftErrorException SyntaxError(string token, SqlNode node)
        => Error("42601", $"syntax error at or near \"{token}\"", node);

    /// <summary>Something that is understood and not done.</summary>
    public static RedshiftErrorException NotSupported(string message, SqlNode? node = null, string? hint = null)
        => Error("0A000", message, node, hint);

    /// <summary>The position to report for a node; null where it has none.</summary>
    public static int? PositionOf(SqlNode? node)
        => node is { Position: > 0 } ? node.Position : null;

    internal void Push(SqlNode node)
        => _ancestors.Add(node);

    internal void Pop()
        => _ancestors.RemoveAt(_ancestors.Count - 1);
}
