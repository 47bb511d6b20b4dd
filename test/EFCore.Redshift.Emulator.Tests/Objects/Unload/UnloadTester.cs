using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Writes rows of VARCHAR columns in a format of UNLOAD.</summary>
internal static class UnloadTester
{
    public static string Write(RowFormat format, params string?[][] rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            format.AppendRow(text, Columns(row.Length), row);
        }

        return text.ToString();
    }

    public static IReadOnlyList<UnloadColumn> Columns(int count)
        => [.. Enumerable.Range(0, count).Select(i => new UnloadColumn($"c{i}", TypeOids.Varchar, 260))];
}
