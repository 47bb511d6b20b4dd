using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>What a <see cref="ColumnReference" /> means.</summary>
internal sealed class ColumnBinding
{
    public required ColumnReference Reference { get; init; }

    public required ColumnBindingKind Kind { get; init; }

    /// <summary>The block the reference stands in; null outside of queries.</summary>
    public QueryBlock? Block { get; init; }

    /// <summary>The block whose source or select list it names; null where it is not resolved.</summary>
    public QueryBlock? Target { get; init; }

    /// <summary>The item of FROM it belongs to.</summary>
    public TableSource? Source { get; init; }

    /// <summary>The column, where the columns of the source are known.</summary>
    public SourceColumn? Column { get; init; }

    /// <summary>How many of the reference's parts name the column; the parts that follow are steps into its SUPER value.</summary>
    public int ColumnPartCount { get; init; }

    /// <summary>The item of the select list whose alias it is.</summary>
    public SelectExpression? Alias { get; init; }

    /// <summary>Whether parts follow that are steps into a SUPER value.</summary>
    public bool HasPath
        => ColumnPartCount < Reference.Parts.Count;

    /// <summary>Whether it means a column of a block around its own.</summary>
    public bool IsOuter
        => Target is not null && Target != Block;

    /// <summary>The type of the value, path included; null where it is not known.</summary>
    public string? Type
        => HasPath ? "super" : Column?.Type;
}
