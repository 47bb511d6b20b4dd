using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Trees that several rules make: calls of the catalogue's functions.</summary>
internal static class Emulated
{
    /// <summary>A statement that does nothing and returns nothing, where all there is to do is a note.</summary>
    public static Statement Nothing { get; } = new SetStatement("redshift.noted", [new StringLiteral("")]);

    public static QualifiedName Name(string function) => new("pg_redshift", function);

    public static FunctionCall Call(string function, params Expression[] arguments) => new(Name(function), arguments);
}
