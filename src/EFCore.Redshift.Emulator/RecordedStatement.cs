namespace EFCore.Redshift.Emulator;

/// <summary>A statement that a client sent to the emulator.</summary>
/// <param name="ProcessId">The session it came from: what <c>pg_backend_pid()</c> gives there.</param>
/// <param name="Text">
///     The text as the client wrote it, but with asterisks for keys, tokens and passwords; in the simple protocol all of it, several
///     statements or none included.
/// </param>
/// <param name="IsPrepared">
///     Whether it came in the extended protocol, where it is recorded each time it is executed, or once when it is refused.
/// </param>
public sealed record RecordedStatement(int ProcessId, string Text, bool IsPrepared);
