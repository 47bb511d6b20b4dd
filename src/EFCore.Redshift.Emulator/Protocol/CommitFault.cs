namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What goes wrong with a commit.</summary>
internal enum CommitFault
{
    None,
    Conflict,
    CutBefore,
    CutAfter,
}
