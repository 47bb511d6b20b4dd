namespace EFCore.Redshift.Emulator.Binding;

/// <summary>A column of a table or view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the catalogue prints it, such as <c>character varying(20)</c>, <c>super</c>.</param>
/// <param name="IsNullable">Whether it takes NULL.</param>
/// <param name="IsIdentity">Whether its values are always generated, so that INSERT refuses explicit ones.</param>
internal sealed record RelationColumn(string Name, string Type, bool IsNullable, bool IsIdentity);
