using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="TimeOnly" /> to TIME, rounded to microseconds.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html</remarks>
public class RedshiftTimeOnlyTypeMapping : TimeOnlyTypeMapping
{
    /// <summary>The mapping to <c>time</c>.</summary>
    public static new RedshiftTimeOnlyTypeMapping Default { get; } = new("time");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type: <c>time</c> or <c>time without time zone</c>.</param>
    public RedshiftTimeOnlyTypeMapping(string storeType)
        : base(storeType)
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftTimeOnlyTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftTimeOnlyTypeMapping(parameters);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => string.Create(CultureInfo.InvariantCulture, $"TIME '{Microseconds.Round((TimeOnly)value):HH:mm:ss.FFFFFF}'");

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is TimeOnly value)
        {
            parameter.Value = Microseconds.Round(value);
        }

        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Time;
    }
}
