using System.Runtime.CompilerServices;

namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>Turns a nesting that the thread's stack cannot hold into the server's error instead of the end of the process.</summary>
internal static class StackGuard
{
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Exceeded();
        }
    }

    public static RedshiftErrorException Exceeded() => new("54001", "stack depth limit exceeded");
}
