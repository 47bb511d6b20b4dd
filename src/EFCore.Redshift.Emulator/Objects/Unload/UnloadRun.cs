namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Which UNLOAD it is: what all rows about it have in common.</summary>
internal sealed record UnloadRun(
    string Database, string User, int ProcessId, long QueryId, string Destination, string Format, string Compression, DateTime StartTime);
