using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>One thing that Redshift refuses. It is shown the nodes of one kind, wherever in a statement they stand.</summary>
internal abstract class RefusalRule
{
    /// <summary>The name it is known by in probes and in the table of refusals.</summary>
    public string Name
        => GetType().Name;

    /// <summary>The page of Amazon's guide that it stands on, without address and extension.</summary>
    public abstract string Page { get; }

    /// <summary>The kind of node it looks at.</summary>
    public abstract Type NodeType { get; }

    /// <summary>Throws <see cref="Sql.RedshiftErrorException" /> if Redshift would refuse the node.</summary>
    public abstract void Apply(SqlNode node, RefusalContext context);
}
