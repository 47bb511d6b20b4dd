namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Which COPY it is: what all rows about it have in common.</summary>
internal sealed record LoadRun(
    string Database, string User, int ProcessId, long QueryId, TargetTable Table, string Source, string Format, DateTime StartTime);
