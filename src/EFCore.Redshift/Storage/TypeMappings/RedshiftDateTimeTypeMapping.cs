using System.Data.Common;
using System.Globalization;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="DateTime" /> to TIMESTAMP, TIMESTAMPTZ or DATE.</summary>
/// <remarks>
///     TIMESTAMP and DATE hold what the clock shows, whatever the value's kind, and are read back as
///     <see cref="DateTimeKind.Unspecified" />. TIMESTAMPTZ holds an instant: it takes UTC and local values, and is read back as UTC.
///     Values are rounded to microseconds. https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html
/// </remarks>
public class RedshiftDateTimeTypeMapping : DateTimeTypeMapping
{
    /// <summary>The mapping to <c>timestamp</c>.</summary>
    public static new RedshiftDateTimeTypeMapping Default { get; } = new("timestamp");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type: <c>timestamp</c>, <c>timestamptz</c>, <c>date</c> or one of their long names.</param>
    public RedshiftDateTimeTypeMapping(string storeType)
        : this(
            new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(typeof(DateTime), jsonValueReaderWriter: JsonDateTimeReaderWriter.Instance),
                storeType,
                StoreTypePostfix.None,
                System.Data.DbType.DateTime2))
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftDateTimeTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftDateTimeTypeMapping(parameters);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
    {
        var keyword = ParameterType switch
        {
            NpgsqlDbType.Date => "DATE",
            NpgsqlDbType.TimestampTz => "TIMESTAMPTZ",
            _ => "TIMESTAMP"
        };

        return $"{keyword} '{Format(Normalize((DateTime)value))}'";
    }

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is DateTime value)
        {
            value = Normalize(value);
            if (value.Date == DateTime.MinValue || value.Date == DateTime.MaxValue.Date)
            {
                LimitParameter.Set(parameter, Format(value));
                return;
            }

            parameter.Value = value;
        }

        ((NpgsqlParameter)parameter).NpgsqlDbType = ParameterType;
    }

    private NpgsqlDbType ParameterType
        => StoreTypeNameBase switch
        {
            "date" => NpgsqlDbType.Date,
            "timestamptz" or "timestamp with time zone" => NpgsqlDbType.TimestampTz,
            _ => NpgsqlDbType.Timestamp
        };

    private string Format(DateTime value)
        => value.ToString(
            ParameterType switch
            {
                NpgsqlDbType.Date => "yyyy-MM-dd",
                NpgsqlDbType.TimestampTz => "yyyy-MM-dd HH:mm:ss.FFFFFF+00",
                _ => "yyyy-MM-dd HH:mm:ss.FFFFFF"
            },
            CultureInfo.InvariantCulture);

    private DateTime Normalize(DateTime value)
        => ParameterType == NpgsqlDbType.TimestampTz
            ? value.Kind switch
            {
                DateTimeKind.Utc => Microseconds.Round(value),
                DateTimeKind.Local => Microseconds.Round(value.ToUniversalTime()),
                _ => throw new ArgumentException(RedshiftStrings.UnspecifiedKindForTimestampTz(value))
            }
            : DateTime.SpecifyKind(Microseconds.Round(value), DateTimeKind.Unspecified);
}
