using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="DateOnly" /> to DATE.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Datetime_types.html</remarks>
public class RedshiftDateOnlyTypeMapping : DateOnlyTypeMapping
{
    /// <summary>The mapping to <c>date</c>.</summary>
    public static new RedshiftDateOnlyTypeMapping Default { get; } = new("date");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type.</param>
    public RedshiftDateOnlyTypeMapping(string storeType)
        : base(storeType)
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftDateOnlyTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftDateOnlyTypeMapping(parameters);

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is DateOnly value && (value == DateOnly.MinValue || value == DateOnly.MaxValue))
        {
            LimitParameter.Set(parameter, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Date;
        }
    }
}
