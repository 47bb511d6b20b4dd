namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>For types whose text the emulator carries without looking into it, such as GEOMETRY and HLLSKETCH.</summary>
internal sealed class PlainTextConverter : ValueConverter
{
    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        if (Utf8Fault.Find(field) is { } fault)
        {
            return fault;
        }

        if (field.Contains((byte)0))
        {
            return TextFault.NullByte;
        }

        output.WriteText(field);
        return null;
    }
}
