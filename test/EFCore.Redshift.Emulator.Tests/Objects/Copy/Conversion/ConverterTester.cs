using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

internal static class ConverterTester
{
    /// <summary>The value as PostgreSQL would read it, or the fault's code and reason.</summary>
    public static string Convert(ValueConverter converter, string field)
        => Convert(converter, Encoding.UTF8.GetBytes(field));

    public static string Convert(ValueConverter converter, byte[] field)
    {
        var output = new CopyTextWriter();
        return converter.Convert(field, output) is { } fault ? $"{fault.Code}: {fault.Reason}" : Encoding.UTF8.GetString(output.Written.Span);
    }
}
