namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>How a statement ended that the emulator has executed itself.</summary>
/// <param name="CommandTag">The command tag, such as <c>COPY</c>.</param>
/// <param name="Infos">What the client is told by messages of the severity INFO.</param>
internal sealed record EmulatedStatementResult(string CommandTag, IReadOnlyList<string> Infos);
