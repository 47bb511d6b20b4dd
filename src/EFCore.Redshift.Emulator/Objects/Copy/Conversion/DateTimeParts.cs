namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>A date and a time as they were read, before it is known whether they exist.</summary>
internal struct DateTimeParts
{
    // Years before Christ as astronomers count them: 1 BC is the year 0.
    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;
    public int Microsecond;

    /// <summary>Minutes east of Greenwich, or null where the text has no zone.</summary>
    public int? OffsetMinutes;

    // 4713 BC to 294276 AD. https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html
    public readonly bool IsValidDate
        => Year is >= -4712 and <= 294276 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DaysInMonth(Year, Month);

    public readonly bool IsValidTime
        => Hour is >= 0 and <= 23
            && Minute is >= 0 and <= 59
            && Second is >= 0 and <= 59
            && OffsetMinutes is null or (>= -15 * 60 and <= 15 * 60);

    /// <summary>Applies AM or PM to an hour of a twelve-hour clock.</summary>
    public bool TryApplyMeridian(bool isAfternoon)
    {
        if (Hour is < 1 or > 12)
        {
            return false;
        }

        Hour = (Hour % 12) + (isAfternoon ? 12 : 0);
        return true;
    }

    /// <summary>Sets the date from a count of days since 1 January 2000.</summary>
    public void SetDays(long days)
    {
        // The civil calendar, counted from 1 March of the year 0, so that leap days end the years.
        var shifted = days + 730425;
        var era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        var dayOfEra = shifted - (era * 146097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * dayOfYear) + 2) / 153;
        Day = (int)(dayOfYear - (((153 * month) + 2) / 5) + 1);
        Month = (int)(month < 10 ? month + 3 : month - 9);
        Year = (int)(yearOfEra + (era * 400) + (Month <= 2 ? 1 : 0));
    }

    /// <summary>Sets the date from the count of the days of a year, from 1.</summary>
    public bool TrySetDayOfYear(int year, int dayOfYear)
    {
        Year = year;
        for (Month = 1; Month <= 12; Month++)
        {
            var days = DaysInMonth(year, Month);
            if (dayOfYear <= days)
            {
                Day = dayOfYear;
                return dayOfYear >= 1;
            }

            dayOfYear -= days;
        }

        return false;
    }

    public readonly void WriteDate(CopyTextWriter output)
    {
        var year = Year > 0 ? Year : 1 - Year;
        Span<byte> text = stackalloc byte[16];
        var length = 0;
        WriteNumber(text, ref length, year, year > 99999 ? 6 : year > 9999 ? 5 : 4);
        text[length++] = (byte)'-';
        WriteNumber(text, ref length, Month, 2);
        text[length++] = (byte)'-';
        WriteNumber(text, ref length, Day, 2);
        output.WritePlain(text[..length]);
    }

    public readonly void WriteTime(CopyTextWriter output)
    {
        Span<byte> text = stackalloc byte[24];
        var length = 0;
        WriteNumber(text, ref length, Hour, 2);
        text[length++] = (byte)':';
        WriteNumber(text, ref length, Minute, 2);
        text[length++] = (byte)':';
        WriteNumber(text, ref length, Second, 2);
        if (Microsecond != 0)
        {
            text[length++] = (byte)'.';
            WriteNumber(text, ref length, Microsecond, 6);
        }

        output.WritePlain(text[..length]);
    }

    public readonly void WriteOffset(CopyTextWriter output)
    {
        if (OffsetMinutes is not { } offset)
        {
            return;
        }

        Span<byte> text = stackalloc byte[8];
        var length = 0;
        text[length++] = offset < 0 ? (byte)'-' : (byte)'+';
        WriteNumber(text, ref length, Math.Abs(offset) / 60, 2);
        text[length++] = (byte)':';
        WriteNumber(text, ref length, Math.Abs(offset) % 60, 2);
        output.WritePlain(text[..length]);
    }

    public readonly void WriteEra(CopyTextWriter output)
    {
        if (Year <= 0)
        {
            output.WritePlain(" BC"u8);
        }
    }

    private static int DaysInMonth(int year, int month)
        => month switch
        {
            2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31
        };

    private static void WriteNumber(Span<byte> text, ref int length, int number, int width)
    {
        for (var i = width - 1; i >= 0; i--)
        {
            text[length + i] = (byte)('0' + (number % 10));
            number /= 10;
        }

        length += width;
    }
}
