using System.Data.Common;
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
    public static void Set(DbParameter parameter, string text)
    {
        parameter.Value = text;
        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Unknown;
    }
}
