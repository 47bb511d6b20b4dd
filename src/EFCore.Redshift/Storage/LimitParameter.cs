using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage;

/// <summary>Sends the first and the last date as text of no type, which takes the type of what it meets.</summary>
/// <remarks>
///     In binary the driver turns them into PostgreSQL's infinities, of which Redshift's documentation says nothing.
///     https://www.npgsql.org/doc/types/datetime.html
/// </remarks>
internal static class LimitParameter
{
    private const int DateLength = 10;

    public static void Set(DbParameter parameter, string text)
    {
        parameter.Value = text;
        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Unknown;
    }

    /// <summary>The value of a parameter, as a date or a time again if it was set here.</summary>
    public static object? ValueOf(DbParameter parameter)
        => parameter is NpgsqlParameter { NpgsqlDbType: NpgsqlDbType.Unknown, Value: string text }
            ? text.Length == DateLength
                ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
            : parameter.Value;
}
