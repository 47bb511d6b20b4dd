namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>Tests that measure the process run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}
