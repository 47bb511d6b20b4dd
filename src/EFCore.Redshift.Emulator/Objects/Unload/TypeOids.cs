namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>The numbers of types in row descriptions.</summary>
internal static class TypeOids
{
    public const uint Bool = 16;
    public const uint Name = 19;
    public const uint Int64 = 20;
    public const uint Int16 = 21;
    public const uint Int32 = 23;
    public const uint Text = 25;
    public const uint Oid = 26;
    public const uint Float4 = 700;
    public const uint Float8 = 701;
    public const uint Unknown = 705;
    public const uint Char = 1042;
    public const uint Varchar = 1043;
    public const uint Date = 1082;
    public const uint Time = 1083;
    public const uint Timestamp = 1114;
    public const uint TimestampTz = 1184;
    public const uint TimeTz = 1266;
    public const uint Numeric = 1700;
    public const uint HllSketch = 2935;
    public const uint Geometry = 3000;
    public const uint Geography = 3001;
    public const uint Super = 4000;
    public const uint Varbyte = 6551;
}
