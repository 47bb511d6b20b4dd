using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A view is not recursive, has no WITH CHECK OPTION, and is temporary by its name only.</summary>
internal sealed class ViewRule : RefusalRule<CreateViewStatement>
{
    public override string Page
        => "r_CREATE_VIEW";

    protected override void Check(CreateViewStatement node, RefusalContext context)
    {
        if (node.IsTemporary)
        {
            throw RefusalContext.SyntaxError("VIEW", node);
        }

        if (node.IsRecursive)
        {
            throw RefusalContext.SyntaxError("RECURSIVE", node);
        }

        if (node.WithCheckOption)
        {
            throw RefusalContext.SyntaxError("CHECK", node);
        }
    }
}
