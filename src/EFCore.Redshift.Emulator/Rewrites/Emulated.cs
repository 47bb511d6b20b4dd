using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Calls of the catalogue's functions.</summary>
internal static class Emulated
{
    public static QualifiedName Name(string function) => new("pg_redshift", function);

    public static FunctionCall Call(string function, params Expression[] arguments) => new(Name(function), arguments);
}
