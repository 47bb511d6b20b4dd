namespace EFCore.Redshift.Metadata;

/// <summary>Which encodings Redshift has for which types.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_Compression_encodings.html</remarks>
internal static class RedshiftEncodings
{
    private static readonly string[] Integers = ["smallint", "int2", "integer", "int", "int4", "bigint", "int8"];
    private static readonly string[] Decimals = ["numeric", "decimal"];
    private static readonly string[] Floats = ["real", "float4", "double precision", "float8", "float"];
    private static readonly string[] Varchars = ["varchar", "character varying", "nvarchar", "text"];

    private static readonly string[] DatesAndTimes =
    [
        "date", "time", "time without time zone", "timetz", "time with time zone",
        "timestamp", "timestamp without time zone", "timestamptz", "timestamp with time zone"
    ];

    public static bool IsAllowed(RedshiftEncoding encoding, string storeType)
    {
        return encoding switch
        {
            RedshiftEncoding.Raw or RedshiftEncoding.Zstd or RedshiftEncoding.RunLength => true,
            RedshiftEncoding.Az64 => Is(Integers) || Is(Decimals) || Is(DatesAndTimes),
            RedshiftEncoding.Lzo => !Is(Floats) && !Is(["boolean", "bool"]),
            RedshiftEncoding.ByteDict => !Is(["boolean", "bool"]),
            RedshiftEncoding.Delta => Is(Integers) || Is(Decimals) || Is(DatesAndTimes),
            RedshiftEncoding.Delta32K => Is(Integers[2..]) || Is(Decimals) || Is(DatesAndTimes),
            RedshiftEncoding.Mostly8 => Is(Integers) || Is(Decimals),
            RedshiftEncoding.Mostly16 => Is(Integers[2..]) || Is(Decimals),
            RedshiftEncoding.Mostly32 => Is(Integers[5..]) || Is(Decimals),
            RedshiftEncoding.Text255 or RedshiftEncoding.Text32K => Is(Varchars),
            _ => false
        };

        bool Is(string[] types)
            => types.Contains(storeType, StringComparer.OrdinalIgnoreCase);
    }
}
