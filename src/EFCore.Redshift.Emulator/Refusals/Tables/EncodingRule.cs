using System.Collections.Frozen;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Encodings are those of Redshift.</summary>
internal sealed class EncodingRule : RefusalRule<SqlNode>
{
    private static readonly FrozenSet<string> Encodings = FrozenSet.ToFrozenSet(
        [
            "az64", "bytedict", "delta", "delta32k", "lzo", "mostly8", "mostly16", "mostly32", "none", "raw", "runlength", "text255", "text32k",
            "zstd", "auto"
        ],
        StringComparer.OrdinalIgnoreCase);

    public override string Page
        => "c_Compression_encodings";

    protected override void Check(SqlNode node, RefusalContext context)
    {
        var encoding = node switch
        {
            EncodeAttribute attribute => attribute.Encoding,
            AlterColumnEncodeAction action => action.Encoding,
            _ => null
        };

        if (encoding is not null && !Encodings.Contains(encoding))
        {
            throw RefusalContext.Error("42704", $"invalid encoding type \"{encoding}\" specified", node);
        }
    }
}
