using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>A statement that the client has prepared.</summary>
/// <param name="Text">The client's text.</param>
/// <param name="Statement">What is executed; null for the empty statement.</param>
internal sealed record PreparedStatement(string Text, TranslatedStatement? Statement);
