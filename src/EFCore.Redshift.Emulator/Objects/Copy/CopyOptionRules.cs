using EFCore.Redshift.Emulator.Sql.Syntax;
using static EFCore.Redshift.Emulator.Sql.Syntax.TransferOptionKind;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Which parameters of COPY exclude and need each other.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html</remarks>
internal static class CopyOptionRules
{
    private static readonly TransferOptionKind[] Columnar =
    [
        AcceptInvChars, FillRecord, StatUpdate, Manifest, ExplicitIds, SerializeToJson
    ];

    public static void Check(TransferOptions options)
    {
        options.RefuseForeign(
            PartitionBy, Header, AddQuotes, AllowOverwrite, CleanPath, TransferOptionKind.Parallel, MaxFileSize, RowGroupSize, Extension, KmsKeyId);

        options.ExcludeEachOther(Csv, FixedWidth, Json, Avro, Parquet, Orc, Shapefile);
        options.ExcludeEachOther(Gzip, Bzip2, Lzop, Zstd);

        options.Exclude(Csv, RemoveQuotes, Escape);
        options.Require(Quote, Csv);
        options.Exclude(FixedWidth, Delimiter, Escape);
        options.Exclude(Json, Delimiter, Escape, FillRecord, IgnoreBlankLines, NullAs, ReadRatio, RemoveQuotes);
        options.Exclude(Avro, Delimiter, Escape, FillRecord, IgnoreBlankLines, NullAs, ReadRatio, RemoveQuotes);
        options.Exclude(Shapefile, RemoveQuotes, Escape);
        options.AllowOnly(Parquet, Columnar);
        options.AllowOnly(Orc, Columnar);

        options.Exclude(IgnoreAllErrors, MaxError);
        options.Exclude(Ssh, Manifest, Encrypted, ReadRatio);
        options.Require(MasterSymmetricKey, Encrypted);

        options.RefuseUnemulated("COPY", Avro, Parquet, Orc, Shapefile, Bzip2, Lzop, Zstd, Ssh, ReadRatio, Encrypted, SerializeToJson);
    }
}
