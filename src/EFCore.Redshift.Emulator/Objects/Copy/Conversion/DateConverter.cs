using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

internal sealed class DateConverter(DateTimeOptions options) : ValueConverter
{
    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        var parts = default(DateTimeParts);
        if (options.Date.TryParse(value, ref parts) && parts.IsValidDate)
        {
            parts.WriteDate(output);
            parts.WriteEra(output);
            return null;
        }

        if (options.AcceptsAny)
        {
            output.WriteNull();
            return null;
        }

        return new LoadFault(
            LoadErrorCode.InvalidDate,
            value.Length < options.Date.MinimumLength
                ? string.Create(CultureInfo.InvariantCulture, $"Invalid date format - length must be {options.Date.MinimumLength} or more")
                : $"Invalid date format or value [{options.Date.Format}]");
    }
}
