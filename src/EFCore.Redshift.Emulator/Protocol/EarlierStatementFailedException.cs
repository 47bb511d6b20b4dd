namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>PostgreSQL skips what comes next, because something before it has failed.</summary>
internal sealed class EarlierStatementFailedException() : Exception("An earlier statement has failed.");
