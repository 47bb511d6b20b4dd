namespace EFCore.Redshift.Storage;

/// <summary>Rounds to the microseconds Redshift stores: .NET counts ten times finer, and an unrounded value equals no stored one.</summary>
internal static class Microseconds
{
    public static DateTime Round(DateTime value)
        => new(Round(value.Ticks, DateTime.MaxValue.Ticks), value.Kind);

    public static TimeOnly Round(TimeOnly value)
        => new(Round(value.Ticks, TimeOnly.MaxValue.Ticks));

    // At the very end of the range there is no room to round up.
    private static long Round(long ticks, long maxTicks)
    {
        var rounded = (ticks + (TimeSpan.TicksPerMicrosecond / 2)) / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond;

        return rounded <= maxTicks ? rounded : rounded - TimeSpan.TicksPerMicrosecond;
    }
}
