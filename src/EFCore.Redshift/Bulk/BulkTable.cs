using System.Text;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Bulk;

/// <summary>The table that a COPY loads.</summary>
/// <param name="Parts">Its name, and before it its schema and database where they are given.</param>
internal sealed record BulkTable(IReadOnlyList<string> Parts)
{
    // A database, a schema and a table. https://docs.aws.amazon.com/redshift/latest/dg/r_names.html
    private const int MaxParts = 3;

    /// <summary>Reads a name with dots between its parts, each of them as it is or in quotes.</summary>
    public static BulkTable Parse(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < name.Length; i++)
        {
            switch (name[i])
            {
                case '"' when quoted && i + 1 < name.Length && name[i + 1] == '"':
                    part.Append(name[i++]);
                    break;
                case '"' when quoted ? i + 1 == name.Length || name[i + 1] == '.' : part.Length == 0:
                    quoted = !quoted;
                    break;
                case '"':
                    throw Invalid(name);
                case '.' when !quoted:
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                default:
                    part.Append(name[i]);
                    break;
            }
        }

        parts.Add(part.ToString());
        return !quoted && parts.Count <= MaxParts && parts.TrueForAll(found => found.Length > 0) ? new BulkTable(parts) : throw Invalid(name);
    }

    public static BulkTable Of(IEntityType entityType)
        => entityType.GetTableName() is { } table
            ? new BulkTable(entityType.GetSchema() is { } schema ? [schema, table] : [table])
            : throw new InvalidOperationException(RedshiftStrings.EntityTypeWithoutTable(entityType.DisplayName()));

    public void AppendTo(BulkCommandText command, ISqlGenerationHelper helper)
        => command.Append(string.Join('.', Parts.Select(helper.DelimitIdentifier)));

    private static ArgumentException Invalid(string name)
        => new(RedshiftStrings.InvalidTableName(name), nameof(name));
}
