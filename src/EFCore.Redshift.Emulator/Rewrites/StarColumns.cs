using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>The columns that a star stands for.</summary>
internal static class StarColumns
{
    public static IEnumerable<ColumnReference> Of(SelectStar star, SelectQuery select, string clause, RewriteContext context)
    {
        foreach (var source in context.Bound.FindBlock(select)?.Sources ?? [])
        {
            if (star.Qualifier is not [] && star.Qualifier[^1] != source.Name)
            {
                continue;
            }

            if (source is not { Columns: { } columns, Name: { } name })
            {
                throw new RedshiftErrorException("0A000", $"{clause} with * is not emulated over a relation without an alias or with unknown columns");
            }

            foreach (var column in columns)
            {
                yield return new ColumnReference(name, column.Name);
            }
        }
    }
}
