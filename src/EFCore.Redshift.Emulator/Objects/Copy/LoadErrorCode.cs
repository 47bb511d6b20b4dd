namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>The codes of <c>stl_load_errors.err_code</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Load_Error_Reference.html</remarks>
internal static class LoadErrorCode
{
    public const int TooManyColumns = 1202;
    public const int TooFewColumns = 1203;
    public const int OutOfRange = 1204;
    public const int InvalidDate = 1205;
    public const int InvalidTimestamp = 1206;
    public const int InvalidDigit = 1207;
    public const int InvalidFloat = 1208;
    public const int InvalidDecimal = 1209;
    public const int InvalidBoolean = 1210;
    public const int MissingNotNull = 1213;
    public const int DelimiterNotFound = 1214;
    public const int InvalidLine = 1216;
    public const int NullByte = 1218;
    public const int InvalidHexadecimal = 1219;
    public const int InvalidUtf8 = 1220;
    public const int IntegerOverflow = 1222;
    public const int InvalidJson = 1224;
}
