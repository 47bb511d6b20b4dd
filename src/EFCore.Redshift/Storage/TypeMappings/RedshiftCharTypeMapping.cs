using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="char" /> to VARCHAR.</summary>
/// <remarks>CHAR(1) takes ASCII only. https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html</remarks>
public class RedshiftCharTypeMapping : CharTypeMapping
{
    /// <summary>The mapping to <c>varchar(4)</c>, which holds any one character.</summary>
    public static new RedshiftCharTypeMapping Default { get; } = new("varchar(4)");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type with its length in bytes.</param>
    public RedshiftCharTypeMapping(string storeType)
        : base(storeType)
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftCharTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftCharTypeMapping(parameters);

    // A constant may arrive as an int, by the conversion that C# adds to comparisons.
    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => RedshiftLiteral.Text(Convert.ToChar(value, CultureInfo.InvariantCulture).ToString());

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
        => ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Varchar;
}
