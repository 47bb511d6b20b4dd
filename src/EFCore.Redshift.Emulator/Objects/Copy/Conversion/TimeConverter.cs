namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>TIME and TIMETZ are recognized in all their forms; TIMETZ without a zone is UTC.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html</remarks>
internal sealed class TimeConverter(bool hasZone) : ValueConverter
{
    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var parts = default(DateTimeParts);
        if (!AutoDateTimeParser.Instance.TryParse(field.Trim((byte)' '), ref parts) || !parts.IsValidTime)
        {
            return new LoadFault(LoadErrorCode.InvalidTimestamp, "Invalid time format or value [HH24:MI:SS]");
        }

        parts.WriteTime(output);
        if (hasZone)
        {
            parts.OffsetMinutes ??= 0;
            parts.WriteOffset(output);
        }

        return null;
    }
}
