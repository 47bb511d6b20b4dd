using System.Text;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Reads dates and times by a DATEFORMAT or TIMEFORMAT string.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_DATEFORMAT_and_TIMEFORMAT_strings.html</remarks>
internal sealed class FormatDateTimeParser : IDateTimeParser
{
    // Longer names first, since HH begins HH24.
    private static readonly (string Name, Element Element, int Width)[] Elements =
    [
        ("YYYY", Element.Year, 4),
        ("HH24", Element.Hour, 2),
        ("HH12", Element.Hour12, 2),
        ("MON", Element.MonthName, 3),
        ("YY", Element.ShortYear, 2),
        ("MM", Element.Month, 2),
        ("DD", Element.Day, 2),
        ("HH", Element.Hour, 2),
        ("MI", Element.Minute, 2),
        ("SS", Element.Second, 2),
        ("AM", Element.Meridian, 2),
        ("PM", Element.Meridian, 2),
        ("OF", Element.Offset, 3)
    ];

    private readonly List<(Element Element, byte Literal)> _elements = [];
    private readonly bool _isDate;

    /// <summary>Reads a format; <paramref name="isDate" /> tells that what follows the date, a time, is left unread.</summary>
    public FormatDateTimeParser(string format, bool isDate)
    {
        Format = format;
        _isDate = isDate;

        for (var i = 0; i < format.Length;)
        {
            var (element, width, length) = Find(format.AsSpan(i));
            if (element == Element.Literal && (char.IsLetterOrDigit(format[i]) || !char.IsAscii(format[i])) && format[i] is not ('T' or 'Z'))
            {
                throw new RedshiftErrorException("22007", $"Invalid format string '{format}' for {(isDate ? "DATEFORMAT" : "TIMEFORMAT")}.");
            }

            _elements.Add((element, (byte)format[i]));
            MinimumLength += width;
            i += length;
        }
    }

    private enum Element
    {
        Literal,
        Year,
        ShortYear,
        Month,
        MonthName,
        Day,
        Hour,
        Hour12,
        Minute,
        Second,
        Meridian,
        Offset
    }

    public string Format { get; }

    public int MinimumLength { get; }

    public bool TryParse(ReadOnlySpan<byte> text, ref DateTimeParts parts)
    {
        bool? isAfternoon = null;
        foreach (var (element, literal) in _elements)
        {
            var isRead = element switch
            {
                Element.Year => TryReadNumber(ref text, 4, out parts.Year),
                Element.ShortYear => TryReadShortYear(ref text, out parts.Year),
                Element.Month => TryReadNumber(ref text, 2, out parts.Month),
                Element.MonthName => TryReadMonthName(ref text, out parts.Month),
                Element.Day => TryReadNumber(ref text, 2, out parts.Day),
                Element.Hour or Element.Hour12 => TryReadNumber(ref text, 2, out parts.Hour),
                Element.Minute => TryReadNumber(ref text, 2, out parts.Minute),
                Element.Second => TryReadNumber(ref text, 2, out parts.Second) && TryReadFraction(ref text, out parts.Microsecond),
                Element.Meridian => TryReadMeridian(ref text, out isAfternoon),
                Element.Offset => TryReadOffset(ref text, out parts.OffsetMinutes),
                _ => TryReadLiteral(ref text, literal)
            };

            if (!isRead)
            {
                return false;
            }
        }

        return (isAfternoon is null || parts.TryApplyMeridian(isAfternoon.Value))
            && (text.IsEmpty || (_isDate && text[0] is (byte)' ' or (byte)'T'));
    }

    private static (Element Element, int Width, int Length) Find(ReadOnlySpan<char> format)
    {
        foreach (var (name, element, width) in Elements)
        {
            if (format.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return (element, width, name.Length);
            }
        }

        return (Element.Literal, 1, 1);
    }

    private static bool TryReadLiteral(ref ReadOnlySpan<byte> text, byte literal)
    {
        if (text.IsEmpty || text[0] != literal)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> text, int width, out int number)
    {
        number = 0;
        if (text.Length < width)
        {
            return false;
        }

        for (var i = 0; i < width; i++)
        {
            var digit = text[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        text = text[width..];
        return true;
    }

    private static bool TryReadShortYear(ref ReadOnlySpan<byte> text, out int year)
    {
        var isRead = TryReadNumber(ref text, 2, out year);
        year += year < 70 ? 2000 : 1900;
        return isRead;
    }

    private static bool TryReadMonthName(ref ReadOnlySpan<byte> text, out int month)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter((char)text[length]))
        {
            length++;
        }

        month = MonthNames.Find(text[..length]);
        text = text[length..];
        return month > 0;
    }

    // A fraction may follow the seconds, though no element names it; more than six digits are cut.
    private static bool TryReadFraction(ref ReadOnlySpan<byte> text, out int microsecond)
    {
        microsecond = 0;
        if (text.IsEmpty || text[0] != (byte)'.')
        {
            return true;
        }

        var digits = 0;
        var i = 1;
        for (; i < text.Length && char.IsAsciiDigit((char)text[i]); i++)
        {
            if (digits < 6)
            {
                microsecond = (microsecond * 10) + (text[i] - '0');
                digits++;
            }
        }

        for (; digits < 6; digits++)
        {
            microsecond *= 10;
        }

        text = text[i..];
        return i > 1;
    }

    private static bool TryReadMeridian(ref ReadOnlySpan<byte> text, out bool? isAfternoon)
    {
        isAfternoon = null;
        if (text.Length < 2)
        {
            return false;
        }

        if (Ascii.EqualsIgnoreCase(text[..2], "AM"))
        {
            isAfternoon = false;
        }
        else if (Ascii.EqualsIgnoreCase(text[..2], "PM"))
        {
            isAfternoon = true;
        }

        text = text[2..];
        return isAfternoon is not null;
    }

    private static bool TryReadOffset(ref ReadOnlySpan<byte> text, out int? offsetMinutes)
    {
        var isRead = TimeZoneText.TryRead(text, out var offset);
        offsetMinutes = offset;
        text = [];
        return isRead;
    }
}
