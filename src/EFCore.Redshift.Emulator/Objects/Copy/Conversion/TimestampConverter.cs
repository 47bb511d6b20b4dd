namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>TIMESTAMP leaves a zone in the text unread; TIMESTAMPTZ keeps it, and without one the session's zone counts.</summary>
internal sealed class TimestampConverter(DateTimeOptions options, bool hasZone) : ValueConverter
{
    private readonly IDateTimeParser _parser = hasZone ? options.TimestampTz : options.Timestamp;

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        var parts = default(DateTimeParts);
        if (_parser.TryParse(value, ref parts) && parts.IsValidDate && parts.IsValidTime)
        {
            parts.WriteDate(output);
            output.WritePlain(" "u8);
            parts.WriteTime(output);
            if (hasZone)
            {
                parts.WriteOffset(output);
            }

            parts.WriteEra(output);
            return null;
        }

        if (options.AcceptsAny)
        {
            output.WriteNull();
            return null;
        }

        // The server names the hours of its default format by their full element.
        var format = _parser.Format.Replace(" HH:MI", " HH24:MI", StringComparison.Ordinal);
        return new LoadFault(LoadErrorCode.InvalidTimestamp, $"Invalid timestamp format or value [{format}]");
    }
}
