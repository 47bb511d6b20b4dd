using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Reads a count of seconds or milliseconds since 1970-01-01 00:00:00 UTC.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-timeformat</remarks>
internal sealed class EpochDateTimeParser(bool isMilliseconds) : IDateTimeParser
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const int DaysFrom1970To2000 = 10957;

    public string Format
        => isMilliseconds ? "epochmillisecs" : "epochsecs";

    public int MinimumLength
        => 1;

    public bool TryParse(ReadOnlySpan<byte> text, ref DateTimeParts parts)
    {
        if (!decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var count)
            || Math.Abs(count) > 100_000_000_000_000)
        {
            return false;
        }

        var microseconds = (long)decimal.Truncate(count * (isMilliseconds ? 1_000m : 1_000_000m));
        var days = Math.DivRem(microseconds, MicrosecondsPerDay, out var rest);
        if (rest < 0)
        {
            rest += MicrosecondsPerDay;
            days--;
        }

        parts.SetDays(days - DaysFrom1970To2000);
        parts.Hour = (int)(rest / 3_600_000_000);
        parts.Minute = (int)(rest / 60_000_000 % 60);
        parts.Second = (int)(rest / 1_000_000 % 60);
        parts.Microsecond = (int)(rest % 1_000_000);
        parts.OffsetMinutes = 0;
        return true;
    }
}
