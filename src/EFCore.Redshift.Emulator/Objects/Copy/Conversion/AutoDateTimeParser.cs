using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Recognizes dates and times of the many forms that <c>'auto'</c> takes.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/automatic-recognition.html</remarks>
internal sealed class AutoDateTimeParser : IDateTimeParser
{
    private const int JulianDayOf2000 = 2451545;

    public static AutoDateTimeParser Instance { get; } = new();

    public string Format
        => "auto";

    public int MinimumLength
        => 1;

    public bool TryParse(ReadOnlySpan<byte> text, ref DateTimeParts parts)
    {
        var reading = new Reading(text);
        return reading.TryRead(ref parts);
    }

    private ref struct Reading(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _position;

        // The numbers of the date, in the order written; which is the year is known at the end.
        private Numbers _numbers;
        private int _month;
        private int? _julianDay;
        private bool _hasTime;
        private bool _mayBeZone;
        private bool? _isAfternoon;
        private bool _isBeforeChrist;

        public bool TryRead(ref DateTimeParts parts)
        {
            while (_position < _text.Length)
            {
                var c = (char)_text[_position];
                var isRead = c switch
                {
                    _ when char.IsAsciiDigit(c) => TryReadNumber(ref parts),
                    _ when char.IsAsciiLetter(c) => TryReadWord(ref parts),
                    '+' or '-' when _mayBeZone => TryReadOffset(ref parts),
                    ' ' or ',' or '-' or '/' or '.' => Skip(),
                    _ => false
                };

                if (!isRead)
                {
                    return false;
                }
            }

            return TryAssignDate(ref parts) && (_isAfternoon is null || parts.TryApplyMeridian(_isAfternoon.Value));
        }

        private bool Skip()
        {
            _position++;
            return true;
        }

        private bool TryReadNumber(ref DateTimeParts parts)
        {
            var start = _position;
            var number = 0L;
            while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]))
            {
                number = (number * 10) + (_text[_position++] - '0');
                if (_position - start > 14)
                {
                    return false;
                }
            }

            var length = _position - start;
            if (_position < _text.Length && _text[_position] == (byte)':')
            {
                return !_hasTime && length <= 2 && TryReadClock((int)number, ref parts);
            }

            _mayBeZone = false;

            // After a compact date, a compact time.
            if (!_hasTime && length is 6 or 4 && _numbers is { Count: 1, First.Length: 6 or 8 })
            {
                SetCompactTime(length == 6 ? (int)number : (int)number * 100, ref parts);
                return true;
            }

            if (length == 14)
            {
                SetCompactTime((int)(number % 1_000_000), ref parts);
                return _numbers.TryAdd((int)(number / 1_000_000), 8);
            }

            return length <= 8 && _numbers.TryAdd((int)number, length);
        }

        private void SetCompactTime(int number, ref DateTimeParts parts)
        {
            parts.Hour = number / 10000;
            parts.Minute = number / 100 % 100;
            parts.Second = number % 100;
            _hasTime = true;
            _mayBeZone = true;
        }

        private bool TryReadClock(int hour, ref DateTimeParts parts)
        {
            _hasTime = true;
            _mayBeZone = true;
            parts.Hour = hour;
            if (!TryReadTwoDigits(out parts.Minute))
            {
                return false;
            }

            if (_position >= _text.Length || _text[_position] != (byte)':')
            {
                return true;
            }

            if (!TryReadTwoDigits(out parts.Second))
            {
                return false;
            }

            if (_position < _text.Length && _text[_position] == (byte)'.')
            {
                ReadFraction(ref parts);
            }

            return true;
        }

        private bool TryReadTwoDigits(out int number)
        {
            number = 0;
            var start = ++_position;
            while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]) && _position - start < 2)
            {
                number = (number * 10) + (_text[_position++] - '0');
            }

            return _position > start;
        }

        private void ReadFraction(ref DateTimeParts parts)
        {
            var weight = 100_000;
            for (_position++; _position < _text.Length && char.IsAsciiDigit((char)_text[_position]); _position++)
            {
                parts.Microsecond += (_text[_position] - '0') * weight;
                weight /= 10;
            }
        }

        private bool TryReadWord(ref DateTimeParts parts)
        {
            var start = _position;
            while (_position < _text.Length && char.IsAsciiLetter((char)_text[_position]))
            {
                _position++;
            }

            var word = _text[start.._position];
            if (MonthNames.Find(word) is > 0 and var month)
            {
                var isFirst = _month == 0;
                _month = month;
                return isFirst;
            }

            if (Ascii.EqualsIgnoreCase(word, "J"))
            {
                return TryReadJulianDay();
            }

            if (Ascii.EqualsIgnoreCase(word, "T"))
            {
                return _numbers.Count > 0 || _julianDay is not null;
            }

            if (Ascii.EqualsIgnoreCase(word, "AM") || Ascii.EqualsIgnoreCase(word, "PM"))
            {
                _isAfternoon = (word[0] | 0x20) == 'p';
                return _hasTime;
            }

            if (Ascii.EqualsIgnoreCase(word, "BC") || Ascii.EqualsIgnoreCase(word, "AD"))
            {
                _isBeforeChrist = (word[0] | 0x20) == 'b';
                return true;
            }

            _mayBeZone = false;
            if (!TimeZoneText.TryRead(word, out var offset))
            {
                return false;
            }

            parts.OffsetMinutes = offset;
            return _hasTime;
        }

        private bool TryReadJulianDay()
        {
            var day = 0;
            var start = _position;
            while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]) && _position - start < 8)
            {
                day = (day * 10) + (_text[_position++] - '0');
            }

            _julianDay = day;
            return _position > start;
        }

        private bool TryReadOffset(ref DateTimeParts parts)
        {
            var start = _position++;
            while (_position < _text.Length && (char.IsAsciiDigit((char)_text[_position]) || _text[_position] == (byte)':'))
            {
                _position++;
            }

            _mayBeZone = false;
            var isRead = TimeZoneText.TryRead(_text[start.._position], out var offset);
            parts.OffsetMinutes = offset;
            return isRead;
        }

        private readonly bool TryAssignDate(ref DateTimeParts parts)
        {
            var (first, second, third) = (_numbers.First, _numbers.Second, _numbers.Third);
            if (_julianDay is { } julianDay)
            {
                parts.SetDays(julianDay - (long)JulianDayOf2000);
                return _numbers.Count == 0;
            }

            switch (_numbers.Count)
            {
                case 0:
                    return _month == 0 && _hasTime;
                case 1 when _month == 0 && first.Length is 8 or 6:
                    SetDate(ref parts, (first.Value / 10000, first.Length - 4), first.Value / 100 % 100, first.Value % 100);
                    return true;
                case 1 when _month == 0 && first.Length == 7:
                    return parts.TrySetDayOfYear(first.Value / 1000, first.Value % 1000);
                case 2 when _month == 0 && first.Length == 4 && second.Length == 3:
                    return parts.TrySetDayOfYear(first.Value, second.Value);
                case 2 when _month > 0 && (first.Length > 2 || first.Value > 31):
                    SetDate(ref parts, first, _month, second.Value);
                    return true;
                case 2 when _month > 0:
                    SetDate(ref parts, second, _month, first.Value);
                    return true;
                case 3 when _month == 0 && first.Length > 2:
                    SetDate(ref parts, first, second.Value, third.Value);
                    return true;
                case 3 when _month == 0 && first.Value > 12:
                    SetDate(ref parts, third, second.Value, first.Value);
                    return true;
                case 3 when _month == 0:
                    SetDate(ref parts, third, first.Value, second.Value);
                    return true;
                default:
                    return false;
            }
        }

        private readonly void SetDate(ref DateTimeParts parts, (int Value, int Length) year, int month, int day)
        {
            parts.Month = month;
            parts.Day = day;
            parts.Year = _isBeforeChrist
                ? 1 - year.Value
                : year.Length > 2 ? year.Value : year.Value + (year.Value < 70 ? 2000 : 1900);
        }
    }

    private struct Numbers
    {
        public int Count;
        public (int Value, int Length) First;
        public (int Value, int Length) Second;
        public (int Value, int Length) Third;

        public bool TryAdd(int value, int length)
        {
            switch (Count++)
            {
                case 0:
                    First = (value, length);
                    return true;
                case 1:
                    Second = (value, length);
                    return true;
                case 2:
                    Third = (value, length);
                    return true;
                default:
                    return false;
            }
        }
    }
}
