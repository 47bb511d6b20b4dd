using System.Text.Json.Nodes;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>What is to be remembered about a table, as the catalogue's functions read it.</summary>
internal sealed class TableNote
{
    private readonly JsonObject _note = [];

    public TableNote(QualifiedName table)
        => _note["table"] = Name(table);

    /// <summary>The names of several tables.</summary>
    public static string Names(IEnumerable<QualifiedName> tables) => new JsonArray([.. tables.Select(Name)]).ToJsonString();

    public void Like(QualifiedName parent) => _note["like"] = Name(parent);

    public void Add(IEnumerable<TableAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            switch (attribute)
            {
                case DistStyleTableAttribute distribution:
                    Distribution(distribution.Style, null);
                    break;
                case DistKeyTableAttribute key:
                    Distribution(DistributionStyle.Key, key.Column.Name);
                    break;
                case SortKeyTableAttribute sortKey:
                    SortKey(sortKey.Kind, sortKey.Columns);
                    break;
                case BackupAttribute backup:
                    _note["backup"] = backup.IsOn;
                    break;
            }
        }
    }

    public void Add(ColumnDefinition column)
    {
        var name = column.Name.Name;
        foreach (var attribute in column.Attributes)
        {
            switch (attribute)
            {
                case IdentityAttribute identity:
                    _note["identity"] = new JsonObject
                    {
                        ["column"] = name,
                        ["seed"] = identity.Seed ?? 1,
                        ["step"] = identity.Step ?? 1,
                        ["always"] = identity.Kind is IdentityKind.Always
                    };
                    break;
                case EncodeAttribute encode:
                    Encoding(name, encode.Encoding);
                    break;
                case DistKeyAttribute:
                    Distribution(DistributionStyle.Key, name);
                    break;
                case SortKeyAttribute:
                    SortKey(SortKeyKind.Compound, [column.Name]);
                    break;
                case PrimaryKeyAttribute:
                    Constraint("p", attribute.ConstraintName, [column.Name], null);
                    break;
                case UniqueAttribute:
                    Constraint("u", attribute.ConstraintName, [column.Name], null);
                    break;
                case ReferencesAttribute references:
                    Constraint("f", attribute.ConstraintName, [column.Name], references.Reference);
                    break;
            }
        }
    }

    public void Add(TableConstraint constraint)
    {
        switch (constraint)
        {
            case PrimaryKeyConstraint key:
                Constraint("p", key.Name, key.Columns, null);
                break;
            case UniqueConstraint unique:
                Constraint("u", unique.Name, unique.Columns, null);
                break;
            case ForeignKeyConstraint foreign:
                Constraint("f", foreign.Name, foreign.Columns, foreign.Reference);
                break;
        }
    }

    public void Encoding(string column, string encoding)
    {
        var encodings = _note["encodings"] as JsonObject;
        if (encodings is null)
        {
            _note["encodings"] = encodings = [];
        }

        encodings[column] = encoding;
    }

    public void Distribution(DistributionStyle style, string? key)
    {
        _note["diststyle"] = style.ToString().ToUpperInvariant();
        if (key is not null)
        {
            _note["distkey"] = key;
        }
    }

    public void SortKey(SortKeyKind kind, IEnumerable<Identifier> columns)
    {
        _note["sortstyle"] = kind is SortKeyKind.Unspecified ? "COMPOUND" : kind.ToString().ToUpperInvariant();
        _note["sortkey"] = Names(columns);
    }

    public override string ToString() => _note.ToJsonString();

    private void Constraint(string kind, Identifier? name, IEnumerable<Identifier> columns, ForeignKeyReference? reference)
    {
        var constraint = new JsonObject { ["kind"] = kind, ["name"] = name?.Name, ["columns"] = Names(columns) };
        if (reference is not null)
        {
            constraint["references"] = Name(reference.Table);
            constraint["referenced"] = Names(reference.Columns);
        }

        if (_note["constraints"] is JsonArray constraints)
        {
            constraints.Add(constraint);
        }
        else
        {
            _note["constraints"] = new JsonArray(constraint);
        }
    }

    private static JsonArray Names(IEnumerable<Identifier> identifiers) => [.. identifiers.Select(identifier => JsonValue.Create(identifier.Name))];

    // The database's own name may stand before the schema's; the catalogue needs the last two parts.
    private static JsonArray Name(QualifiedName name) => [.. name.Parts.TakeLast(2).Select(part => JsonValue.Create(part))];
}
