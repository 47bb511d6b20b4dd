using System.Globalization;
using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>What the rewrites of one statement share.</summary>
internal sealed class RewriteContext(BoundStatement bound, Func<Expression, Expression> rewrite)
{
    private readonly List<string> _before = [];
    private readonly List<string> _after = [];
    private int _names;

    /// <summary>What the names in the client's tree mean.</summary>
    public BoundStatement Bound { get; } = bound;

    /// <summary>Texts to run before the statement.</summary>
    public IReadOnlyList<string> Before => _before;

    /// <summary>Texts to run after the statement.</summary>
    public IReadOnlyList<string> After => _after;

    /// <summary>The command tag to answer with instead of PostgreSQL's.</summary>
    public string? CommandTag { get; set; }

    /// <summary>Rewrites an expression of the client's tree that stands elsewhere.</summary>
    public Expression Rewrite(Expression expression) => rewrite(expression);

    /// <summary>A name that no client would write.</summary>
    public string NewName(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind} {++_names}");

    /// <summary>Runs a statement, in PostgreSQL's words, before the statement.</summary>
    public void RunBefore(Statement statement) => _before.Add(SqlPrinter.Print(statement));

    /// <summary>Runs a function of the catalogue before the statement.</summary>
    public void CallBefore(string function, params ReadOnlySpan<string?> arguments) => _before.Add(Call(function, arguments));

    /// <summary>Runs a function of the catalogue after the statement.</summary>
    public void CallAfter(string function, params ReadOnlySpan<string?> arguments) => _after.Add(Call(function, arguments));

    private static string Call(string function, ReadOnlySpan<string?> arguments)
    {
        var literals = new string[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            literals[i] = PostgresText.Literal(arguments[i]);
        }

        return $"SELECT pg_redshift.{function}({string.Join(", ", literals)})";
    }
}
