using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;
using Npgsql;
using NpgsqlTypes;

namespace EFCore.Redshift.Storage.TypeMappings;

/// <summary>Maps <c>byte[]</c> to VARBYTE, which travels as hexadecimal digits.</summary>
/// <remarks>
///     The driver does not know the type, and Redshift does not convert to it by itself: what is written passes through TO_VARBYTE, what is
///     read through TO_HEX, and the digits of both fit into a VARCHAR up to 32,767 bytes.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_VARBYTE_type.html
/// </remarks>
public class RedshiftBytesTypeMapping : RelationalTypeMapping
{
    private static readonly MethodInfo GetString = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetString), [typeof(int)])!;
    private static readonly MethodInfo FromHexString = typeof(Convert).GetMethod(nameof(Convert.FromHexString), [typeof(string)])!;

    /// <summary>The mapping to VARBYTE of the length that Redshift gives it where none is said.</summary>
    public static RedshiftBytesTypeMapping Default { get; } = new("varbyte(64000)");

    /// <summary>Creates a mapping.</summary>
    /// <param name="storeType">The store type with its length in bytes, for example <c>varbyte(16)</c>.</param>
    public RedshiftBytesTypeMapping(string storeType)
        : this(
            new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(typeof(byte[]), jsonValueReaderWriter: JsonByteArrayReaderWriter.Instance),
                storeType,
                StoreTypePostfix.None,
                System.Data.DbType.Binary))
    {
    }

    /// <summary>Creates a mapping from the parameters of another.</summary>
    /// <param name="parameters">The parameters.</param>
    protected RedshiftBytesTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <summary>Writes the conversion of a text of hexadecimal digits.</summary>
    /// <param name="digits">The SQL of the text.</param>
    /// <returns>The SQL of the VARBYTE value.</returns>
    internal static string FromDigits(string digits)
        => $"TO_VARBYTE({digits}, 'hex')";

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters)
        => new RedshiftBytesTypeMapping(parameters);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => FromDigits($"'{Convert.ToHexStringLower((byte[])value)}'");

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is byte[] bytes)
        {
            parameter.Value = Convert.ToHexStringLower(bytes);
        }

        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Varchar;
    }

    /// <inheritdoc />
    public override MethodInfo GetDataReaderMethod()
        => GetString;

    /// <inheritdoc />
    public override Expression CustomizeDataReaderExpression(Expression expression)
        => Expression.Call(FromHexString, expression);
}
