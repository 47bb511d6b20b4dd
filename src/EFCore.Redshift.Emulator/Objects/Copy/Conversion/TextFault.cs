namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

internal static class TextFault
{
    /// <summary>Code 1218: a NUL is neither a whole field nor the end of a record.</summary>
    public static LoadFault NullByte { get; } = new(LoadErrorCode.NullByte, "Invalid null byte - field longer than 1 byte");
}
