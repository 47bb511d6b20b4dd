using System.Collections.Frozen;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     The names of date parts, with the part each one means.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_Dateparts_for_datetime_functions.html
/// </summary>
internal static class DateParts
{
    private static readonly FrozenDictionary<string, string> ByName = Build();

    /// <summary>Functions whose first argument is the name of a date part, bare or quoted.</summary>
    private static readonly FrozenSet<string> Functions =
        FrozenSet.ToFrozenSet(["dateadd", "datediff", "date_part", "date_trunc"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the first argument of a function is the name of a date part.</summary>
    public static bool AreTakenBy(string functionName)
        => Functions.Contains(functionName);

    /// <summary>The canonical name of a part, such as <c>minute</c> for <c>m</c>; null where it is none.</summary>
    public static string? Find(string name)
        => ByName.GetValueOrDefault(name.Trim());

    private static FrozenDictionary<string, string> Build()
    {
        string[][] parts =
        [
            ["millennium", "millennia", "mil", "mils"],
            ["century", "centuries", "c", "cent", "cents"],
            ["decade", "decades", "dec", "decs"],
            ["epoch"],
            ["year", "years", "y", "yr", "yrs"],
            ["quarter", "quarters", "qtr", "qtrs"],
            ["month", "months", "mon", "mons"],
            ["week", "weeks", "w"],
            ["dayofweek", "dow", "dw", "weekday"],
            ["dayofyear", "doy", "dy", "yearday"],
            ["day", "days", "d"],
            ["hour", "hours", "h", "hr", "hrs"],
            ["minute", "minutes", "m", "min", "mins"],
            ["second", "seconds", "s", "sec", "secs"],
            ["millisecond", "milliseconds", "ms", "msec", "msecs", "msecond", "mseconds", "millisec", "millisecs", "millisecon"],
            ["microsecond", "microseconds", "us", "usec", "usecs", "usecond", "useconds", "microsec", "microsecs"],
            ["timezone"],
            ["timezone_hour"],
            ["timezone_minute"]
        ];

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            foreach (var name in part)
            {
                names[name] = part[0];
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
