using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="float" /> to REAL.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html</remarks>
public class RedshiftFloatTypeMapping : FloatTypeMapping
{
    /// <summary>The mapping to <c>real</c>.</summary>
    public static new RedshiftFloatTypeMapping Default { get; } = new("real");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type.</param>
    public RedshiftFloatTypeMapping(string storeType)
        : base(storeType)
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftFloatTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftFloatTypeMapping(parameters);

    // A bare 1.1 is a decimal, and a REAL compared with it is widened to DOUBLE PRECISION first: 1.1 would not be equal to 1.1.
    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => $"'{Convert.ToSingle(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)}'::real";
}
