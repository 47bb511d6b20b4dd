using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>DISTSTYLE KEY and one DISTKEY go together; the key is a column of a type that can be hashed.</summary>
internal sealed class DistributionRule : RefusalRule<Statement>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(Statement node, RefusalContext context)
    {
        var (attributes, elements) = KeyAttributes.Of(node);
        if (attributes is null)
        {
            return;
        }

        var keys = elements.OfType<ColumnDefinition>()
            .Where(column => column.Attributes.Any(attribute => attribute is DistKeyAttribute))
            .Select(column => column.Name)
            .Concat(attributes.OfType<DistKeyTableAttribute>().Select(attribute => attribute.Column))
            .ToList();
        var style = attributes.OfType<DistStyleTableAttribute>().Select(attribute => (DistributionStyle?)attribute.Style).FirstOrDefault();

        if (keys.Count > 1)
        {
            throw RefusalContext.NotSupported("a table can have one distribution key only", keys[1]);
        }

        if (style == DistributionStyle.Key && keys.Count == 0)
        {
            throw RefusalContext.NotSupported("DISTSTYLE KEY requires a DISTKEY", node);
        }

        if (keys.Count == 1 && style is not (null or DistributionStyle.Key))
        {
            throw RefusalContext.NotSupported($"DISTKEY cannot be specified with DISTSTYLE {style.ToString()!.ToUpperInvariant()}", keys[0]);
        }

        if (node is CreateTableStatement)
        {
            KeyAttributes.Check(keys, elements, "distribution");
        }
    }
}
