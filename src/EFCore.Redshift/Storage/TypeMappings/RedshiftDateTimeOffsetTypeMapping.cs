using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="DateTimeOffset" /> to TIMESTAMPTZ, which keeps the instant and not the offset.</summary>
/// <remarks>
///     Values are rounded to microseconds and read back with the offset zero.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html
/// </remarks>
public class RedshiftDateTimeOffsetTypeMapping : DateTimeOffsetTypeMapping
{
    /// <summary>The mapping to <c>timestamptz</c>.</summary>
    public static new RedshiftDateTimeOffsetTypeMapping Default { get; } = new("timestamptz");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type: <c>timestamptz</c> or <c>timestamp with time zone</c>.</param>
    public RedshiftDateTimeOffsetTypeMapping(string storeType)
        : base(storeType)
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftDateTimeOffsetTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftDateTimeOffsetTypeMapping(parameters);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => $"TIMESTAMPTZ '{Format(Microseconds.Round(((DateTimeOffset)value).UtcDateTime))}'";

    // The driver refuses an offset other than zero rather than lose it in silence; that DateTimeOffset is an instant is said above.
    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is DateTimeOffset value)
        {
            var instant = Microseconds.Round(value.UtcDateTime);
            if (instant == DateTime.MinValue)
            {
                LimitParameter.Set(parameter, Format(instant));
                return;
            }

            parameter.Value = new DateTimeOffset(instant, TimeSpan.Zero);
        }

        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
    }

    private static string Format(DateTime instant)
        => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF+00", CultureInfo.InvariantCulture);
}
