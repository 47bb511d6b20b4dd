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
        var dateTime = Normalize((DateTime)value);

        return ParameterType switch
        {
            NpgsqlDbType.Date => string.Create(CultureInfo.InvariantCulture, $"DATE '{dateTime:yyyy-MM-dd}'"),
            NpgsqlDbType.TimestampTz => string.Create(CultureInfo.InvariantCulture, $"TIMESTAMPTZ '{dateTime:yyyy-MM-dd HH:mm:ss.FFFFFF}+00'"),
            _ => string.Create(CultureInfo.InvariantCulture, $"TIMESTAMP '{dateTime:yyyy-MM-dd HH:mm:ss.FFFFFF}'")
        };
    }

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is DateTime value)
        {
            parameter.Value = Normalize(value);
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
