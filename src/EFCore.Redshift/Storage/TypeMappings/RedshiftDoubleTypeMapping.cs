using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="double" /> to DOUBLE PRECISION.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html</remarks>
public class RedshiftDoubleTypeMapping : DoubleTypeMapping
{
    /// <summary>The mapping to <c>double precision</c>.</summary>
    public static new RedshiftDoubleTypeMapping Default { get; } = new("double precision");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type.</param>
    public RedshiftDoubleTypeMapping(string storeType)
        : base(storeType)
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftDoubleTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftDoubleTypeMapping(parameters);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var literal = number.ToString("R", CultureInfo.InvariantCulture);

        // A bare number is a decimal of at most 38 digits, which neither 1E+300 nor NaN fits.
        return !double.IsFinite(number) || literal.Contains('E', StringComparison.Ordinal) ? $"'{literal}'::double precision"
            : literal.Contains('.', StringComparison.Ordinal) ? literal
            : literal + ".0";
    }
}
