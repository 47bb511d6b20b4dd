namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>A column of the table that is loaded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as PostgreSQL prints it.</param>
/// <param name="IsNullable">Whether it takes NULL.</param>
/// <param name="HasDefault">Whether it has a value of its own where COPY gives none.</param>
/// <param name="IsIdentity">Whether its values are generated unless EXPLICIT_IDS is given.</param>
internal sealed record TargetColumn(string Name, string Type, bool IsNullable, bool HasDefault, bool IsIdentity);
