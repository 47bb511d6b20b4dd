using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Boolean_type.html</remarks>
internal sealed class BooleanConverter : ValueConverter
{
    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        if (IsOneOf(value, "t", "true", "y", "yes", "1"))
        {
            output.WritePlain("t"u8);
        }
        else if (IsOneOf(value, "f", "false", "n", "no", "0"))
        {
            output.WritePlain("f"u8);
        }
        else
        {
            return new LoadFault(LoadErrorCode.InvalidBoolean, "Unknown boolean format");
        }

        return null;
    }

    private static bool IsOneOf(ReadOnlySpan<byte> value, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Ascii.EqualsIgnoreCase(value, word))
            {
                return true;
            }
        }

        return false;
    }
}
