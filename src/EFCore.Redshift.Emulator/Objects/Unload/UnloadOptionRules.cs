using static EFCore.Redshift.Emulator.Sql.Syntax.TransferOptionKind;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Which parameters of UNLOAD exclude and need each other.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal static class UnloadOptionRules
{
    public static void Check(TransferOptions options)
    {
        options.RefuseForeign(
            Avro, Orc, Shapefile, Quote, SerializeToJson, Lzop, Ssh, ReadRatio, AcceptAnyDate, AcceptInvChars, BlanksAsNull, DateFormat,
            EmptyAsNull, Encoding, ExplicitIds, FillRecord, IgnoreBlankLines, IgnoreHeader, RemoveQuotes, RoundEc, TimeFormat,
            TrimBlanks, TruncateColumns, CompRows, CompUpdate, MaxError, IgnoreAllErrors, NoLoad, StatUpdate);

        options.ExcludeEachOther(Csv, Json, Parquet, FixedWidth);
        options.ExcludeEachOther(Gzip, Bzip2, Zstd);

        options.Exclude(Csv, AddQuotes, Escape);
        options.Exclude(Parquet, Delimiter, AddQuotes, Escape, NullAs, Header, Gzip, Bzip2, Zstd);
        options.Exclude(Json, Delimiter, Header, AddQuotes, Escape, NullAs);
        options.Exclude(FixedWidth, Delimiter, Header);
        options.Exclude(CleanPath, AllowOverwrite);

        options.Require(KmsKeyId, Encrypted);
        options.Require(MasterSymmetricKey, Encrypted);
        if (options.Find(Encrypted) is { Word: "AUTO" })
        {
            options.Exclude(Encrypted, KmsKeyId, MasterSymmetricKey);
        }

        options.Require(RowGroupSize, Parquet);

        // Encryption by the server makes no difference to who reads the files; encryption by the client does.
        options.RefuseUnemulated("UNLOAD", Parquet, Bzip2, Zstd, MasterSymmetricKey);
    }
}
