using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Errors of Redshift's compute side: SQLSTATE XX000, and a detail laid out as a small table.</summary>
internal static class EngineError
{
    private const string Line = "-----------------------------------------------";

    public static RedshiftErrorException Create(string message, int code, string context)
        => new(
            "XX000",
            message,
            $"\n  {Line}\n  error:  {message}\n  code:      {code}\n  context:   {context}\n  {Line}\n");
}
