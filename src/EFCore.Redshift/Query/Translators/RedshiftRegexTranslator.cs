using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Static <see cref="Regex" /> methods, in the PCRE dialect (<c>'p'</c>), which is the closest to .NET's.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/REGEXP_COUNT.html</remarks>
internal sealed class RedshiftRegexTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (method.DeclaringType != typeof(Regex) || arguments.Count < 2 || arguments.Any(argument => argument.Type == typeof(TimeSpan)))
        {
            return null;
        }

        var optionsIndex = method.Name == nameof(Regex.Replace) ? 3 : 2;
        if (Flags(arguments.Count > optionsIndex ? arguments[optionsIndex] : null) is not { } flags)
        {
            return null;
        }

        return method.Name switch
        {
            nameof(Regex.IsMatch) => sql.GreaterThan(Count(arguments, flags), sql.Constant(0)),
            nameof(Regex.Count) => Count(arguments, flags),

            // How Redshift reads "$1" in a replacement is not documented.
            nameof(Regex.Replace) when arguments[2] is SqlConstantExpression { Value: string replacement } && !replacement.Contains('$')
                => sql.Call(
                    "REGEXP_REPLACE",
                    typeof(string),
                    arguments[0].TypeMapping,
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    sql.Constant(1),
                    sql.Constant(flags)),
            _ => null
        };
    }

    private SqlExpression Count(IReadOnlyList<SqlExpression> arguments, string flags)
        => sql.Call("REGEXP_COUNT", typeof(int), arguments[0], arguments[1], sql.Constant(1), sql.Constant(flags));

    // Redshift has no flags for single line, multiline or white space in patterns.
    private static string? Flags(SqlExpression? options)
        => options switch
        {
            null => "p",
            SqlConstantExpression { Value: RegexOptions value } => (value & ~RegexOptions.CultureInvariant & ~RegexOptions.Compiled) switch
            {
                RegexOptions.None => "p",
                RegexOptions.IgnoreCase => "ip",
                _ => null
            },
            _ => null
        };
}
