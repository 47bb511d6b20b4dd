using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <see cref="string" /> to VARCHAR and CHAR.</summary>
/// <remarks>
///     Literals double both <c>'</c> and <c>\</c>, since a backslash in a literal always escapes.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
/// </remarks>
public class RedshiftStringTypeMapping : StringTypeMapping
{
    /// <summary>The mapping to the longest VARCHAR, of 65,535 bytes of UTF-8.</summary>
    public static new RedshiftStringTypeMapping Default { get; } = new("varchar(65535)");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type with its length in bytes, for example <c>varchar(300)</c>.</param>
    /// <param name="fixedLength">Whether the store type is CHAR, which pads with blanks and takes single-byte characters only.</param>
    public RedshiftStringTypeMapping(string storeType, bool fixedLength = false)
        : this(
            new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(typeof(string), jsonValueReaderWriter: JsonStringReaderWriter.Instance),
                storeType,
                StoreTypePostfix.None,
                fixedLength ? System.Data.DbType.StringFixedLength : System.Data.DbType.String,
                unicode: !fixedLength,
                fixedLength: fixedLength))
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftStringTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftStringTypeMapping(parameters);

    /// <inheritdoc />
    protected override string EscapeSqlLiteral(string literal)
        => RedshiftLiteral.Escape(literal);

    // The driver's type for a string is text, which Redshift has in expressions but not in tables.
    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
        => ((NpgsqlParameter)parameter).NpgsqlDbType = IsFixedLength ? NpgsqlDbType.Char : NpgsqlDbType.Varchar;
}
