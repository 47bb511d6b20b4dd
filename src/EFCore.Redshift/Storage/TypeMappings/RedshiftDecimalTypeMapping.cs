using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="decimal" /> to NUMERIC with a precision of at most 38 digits.</summary>
/// <remarks>
///     NUMERIC without precision is <c>numeric(18,0)</c> on Redshift, which loses the fraction, so both are always written.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
/// </remarks>
public class RedshiftDecimalTypeMapping : DecimalTypeMapping
{
    /// <summary>The mapping to <c>numeric(18,2)</c>.</summary>
    public static new RedshiftDecimalTypeMapping Default { get; } = new("numeric", 18, 2);

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type without its precision: <c>numeric</c> or <c>decimal</c>.</param>
    /// <param name="precision">All digits, at most 38.</param>
    /// <param name="scale">The digits after the point, at most 37.</param>
    public RedshiftDecimalTypeMapping(string storeType, int precision, int scale)
        : this(
            new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(typeof(decimal), jsonValueReaderWriter: JsonDecimalReaderWriter.Instance),
                storeType,
                StoreTypePostfix.PrecisionAndScale,
                System.Data.DbType.Decimal,
                precision: precision,
                scale: scale))
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftDecimalTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftDecimalTypeMapping(parameters);
}
