namespace EFCore.Redshift.Emulator.Refusals;

internal sealed partial class RuleSet
{
    private static RefusalRule[] AllRules()
        => [];
}
