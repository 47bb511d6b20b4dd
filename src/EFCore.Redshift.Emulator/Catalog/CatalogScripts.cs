using System.Reflection;

namespace EFCore.Redshift.Emulator.Catalog;

/// <summary>The SQL that turns an empty PostgreSQL database into one with Redshift's types, functions and system views.</summary>
internal static class CatalogScripts
{
    private const string Prefix = "EFCore.Redshift.Emulator.Catalog.";

    private static readonly Lazy<string> LazyText = new(ReadText);

    private static readonly Lazy<IReadOnlySet<string>> LazyFunctions = new(ReadFunctions);

    /// <summary>
    ///     All scripts as one text, to be sent as one simple query to the template database by the cluster's superuser.
    ///     It ends with the settings of the session as it found them.
    /// </summary>
    public static string Text => LazyText.Value;

    /// <summary>
    ///     The names of the functions and aggregates in the schema <c>pg_redshift</c> that a client may call: a call of one of them means
    ///     that schema, also where PostgreSQL has a function of the same name.
    /// </summary>
    public static IReadOnlySet<string> Functions => LazyFunctions.Value;

    private static string ReadText()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        return string.Join('\n', names.Select(name => ReadResource(assembly, name)));
    }

    private static string ReadResource(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    // The scripts keep to one form: a definition begins a line, names are written lower case, and a leading underscore or a quote marks what
    // only other functions and defaults call.
    private static HashSet<string> ReadFunctions()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Text.Split('\n'))
        {
            foreach (var start in (ReadOnlySpan<string>)["CREATE FUNCTION pg_redshift.", "CREATE AGGREGATE pg_redshift."])
            {
                if (line.StartsWith(start, StringComparison.Ordinal) && line[start.Length] is not ('_' or '"'))
                {
                    names.Add(line[start.Length..line.IndexOf('(')]);
                }
            }
        }

        names.Remove("raise");
        return names;
    }
}
