namespace EFCore.Redshift.Emulator.Binding;

/// <summary>A function that Redshift's documentation names.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Kind">What sort of function it is.</param>
/// <param name="Node">Where in a cluster it runs.</param>
internal sealed record KnownFunction(string Name, FunctionKind Kind, FunctionNode Node)
{
    /// <summary>The fewest arguments it takes.</summary>
    public int MinArguments { get; init; }

    /// <summary>The most arguments it takes.</summary>
    public int MaxArguments { get; init; } = int.MaxValue;
}
