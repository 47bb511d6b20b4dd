using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>COPY loads from object stores, not from the client, and UNLOAD writes.</summary>
internal sealed class ClientCopyRule : RefusalRule<ClientCopyStatement>
{
    public override string Page
        => "r_COPY";

    protected override void Check(ClientCopyStatement node, RefusalContext context)
    {
        throw node.IsFrom
            ? RefusalContext.NotSupported(
                "LOAD source is not supported.", node, "only S3 or DynamoDB or EMR based load is allowed")
            : RefusalContext.SyntaxError("TO", node);
    }
}
