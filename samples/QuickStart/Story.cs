using System.Globalization;
using Spectre.Console;

namespace QuickStart;

/// <summary>What the program says on the console: headings, SQL, tables of results.</summary>
internal sealed class Story(SqlRecorder recorder)
{
    private const int LongestSql = 1500;

    public static void Step(string title)
        => AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(title)}[/]") { Justification = Justify.Left });

    public static void Say(string text)
        => AnsiConsole.WriteLine(text);

    /// <summary>Shows the SQL that was sent since the last call.</summary>
    public void ShowSql()
    {
        foreach (var sql in recorder.Take())
        {
            var shown = sql.Length <= LongestSql ? sql : $"{sql[..LongestSql]} … ({sql.Length:N0} characters)";
            AnsiConsole.Write(new Text(shown + Environment.NewLine, new Style(Color.Grey)));
        }
    }

    /// <summary>Shows the SQL of a query and its rows, one column for each property.</summary>
    public void Report<T>(string title, IReadOnlyList<T> rows)
    {
        Step(title);
        ShowSql();

        var properties = typeof(T).GetProperties();
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var property in properties)
        {
            var isNumber = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                is var type && (type == typeof(short) || type == typeof(int) || type == typeof(long) || type == typeof(decimal));
            table.AddColumn(new TableColumn(property.Name) { Alignment = isNumber ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows)
        {
            table.AddRow(properties.Select(p => Markup.Escape(Format(p.GetValue(row)))).ToArray());
        }

        AnsiConsole.Write(table);
    }

    private static string Format(object? value)
        => value switch
        {
            null => "",
            decimal number => number.ToString("N2", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? ""
        };
}
