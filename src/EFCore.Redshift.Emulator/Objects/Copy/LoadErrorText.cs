namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Text of a file as the load errors show it: at most 1024 characters, a period for each that is not ASCII.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOAD_ERRORS.html</remarks>
internal static class LoadErrorText
{
    private const int MaximumLength = 1024;

    public static string Show(ReadOnlySpan<byte> bytes)
    {
        Span<char> shown = stackalloc char[Math.Min(bytes.Length, MaximumLength)];
        var length = 0;
        foreach (var b in bytes)
        {
            if (length == shown.Length)
            {
                break;
            }

            // The bytes that continue a character have no period of their own.
            if ((b & 0xc0) != 0x80)
            {
                shown[length++] = b is 0 or >= 0x80 ? '.' : (char)b;
            }
        }

        return shown[..length].ToString();
    }
}
