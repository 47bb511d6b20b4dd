using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal.Mapping;
using DbType = System.Data.DbType;

namespace EFCore.Redshift.Storage;

// Npgsql's other services cast the type mapping source to Npgsql's, so it is the base; none of its tables is used.
// https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html
internal sealed class RedshiftTypeMappingSource : NpgsqlTypeMappingSource
{
    private const int MaxVarcharBytes = 65535;
    private const int MaxCharBytes = 4096;
    private const int MaxVarbyteBytes = 16_777_216;

    // A UTF-16 unit takes at most three bytes of UTF-8; a pair of them, four.
    private const int MaxBytesPerUtf16Unit = 3;

    private static readonly RelationalTypeMapping Bool = NpgsqlBoolTypeMapping.Default;
    private static readonly RelationalTypeMapping Short = new ShortTypeMapping("smallint", DbType.Int16);
    private static readonly RelationalTypeMapping Int = new IntTypeMapping("integer", DbType.Int32);
    private static readonly RelationalTypeMapping Long = new LongTypeMapping("bigint", DbType.Int64);
    private static readonly RelationalTypeMapping Byte = new ByteTypeMapping("smallint", DbType.Int16);

    private static readonly RelationalTypeMapping ULong = Converted<ulong, decimal>(new RedshiftDecimalTypeMapping("numeric", 20, 0));

    private static readonly RelationalTypeMapping Varchar = RedshiftStringTypeMapping.Default;
    private static readonly RelationalTypeMapping Char = new RedshiftStringTypeMapping("char", fixedLength: true);
    private static readonly RelationalTypeMapping Date = RedshiftDateOnlyTypeMapping.Default;
    private static readonly RelationalTypeMapping DateTimeDate = new RedshiftDateTimeTypeMapping("date");
    private static readonly RelationalTypeMapping DateTimeTz = new RedshiftDateTimeTypeMapping("timestamptz");

    private static readonly RelationalTypeMapping Guid = (RelationalTypeMapping)new RedshiftStringTypeMapping("char(36)", fixedLength: true)
        .WithComposedConverter(new GuidToStringConverter());

    private static readonly Dictionary<Type, RelationalTypeMapping> ClrTypes = new()
    {
        [typeof(bool)] = Bool,
        [typeof(byte)] = Byte,
        [typeof(sbyte)] = Converted<sbyte, short>(Short),
        [typeof(short)] = Short,
        [typeof(ushort)] = Converted<ushort, int>(Int),
        [typeof(int)] = Int,
        [typeof(uint)] = Converted<uint, long>(Long),
        [typeof(long)] = Long,
        [typeof(ulong)] = ULong,
        [typeof(float)] = RedshiftFloatTypeMapping.Default,
        [typeof(double)] = RedshiftDoubleTypeMapping.Default,
        [typeof(decimal)] = RedshiftDecimalTypeMapping.Default,
        [typeof(string)] = Varchar,
        [typeof(char)] = RedshiftCharTypeMapping.Default,
        [typeof(Guid)] = Guid,
        [typeof(byte[])] = RedshiftBytesTypeMapping.Default,
        [typeof(DateOnly)] = Date,
        [typeof(TimeOnly)] = RedshiftTimeOnlyTypeMapping.Default,
        [typeof(DateTime)] = RedshiftDateTimeTypeMapping.Default,
        [typeof(DateTimeOffset)] = RedshiftDateTimeOffsetTypeMapping.Default,
        [typeof(TimeSpan)] = (RelationalTypeMapping)Long.WithComposedConverter(new TimeSpanToTicksConverter())
    };

    // The first mapping of a store type is the one for a column of which nothing else is known.
    private static readonly Dictionary<string, RelationalTypeMapping[]> StoreTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = [Bool],
        ["bool"] = [Bool],
        ["smallint"] = [Short, Byte],
        ["int2"] = [Short, Byte],
        ["integer"] = [Int],
        ["int"] = [Int],
        ["int4"] = [Int],
        ["bigint"] = [Long],
        ["int8"] = [Long],
        ["numeric"] = [RedshiftDecimalTypeMapping.Default],
        ["decimal"] = [RedshiftDecimalTypeMapping.Default],
        ["real"] = [RedshiftFloatTypeMapping.Default],
        ["float4"] = [RedshiftFloatTypeMapping.Default],
        ["double precision"] = [RedshiftDoubleTypeMapping.Default],
        ["float8"] = [RedshiftDoubleTypeMapping.Default],
        ["float"] = [RedshiftDoubleTypeMapping.Default],
        ["varchar"] = [Varchar, RedshiftCharTypeMapping.Default],
        ["character varying"] = [Varchar, RedshiftCharTypeMapping.Default],
        ["nvarchar"] = [Varchar, RedshiftCharTypeMapping.Default],
        ["varchar(max)"] = [Varchar],
        ["text"] = [Varchar],
        ["char"] = [Char, RedshiftCharTypeMapping.Default, Guid],
        ["character"] = [Char, RedshiftCharTypeMapping.Default, Guid],
        ["nchar"] = [Char, RedshiftCharTypeMapping.Default, Guid],
        ["bpchar"] = [Char, RedshiftCharTypeMapping.Default, Guid],
        ["varbyte"] = [RedshiftBytesTypeMapping.Default],
        ["varbinary"] = [RedshiftBytesTypeMapping.Default],
        ["binary varying"] = [RedshiftBytesTypeMapping.Default],
        ["date"] = [Date, DateTimeDate],
        ["time"] = [RedshiftTimeOnlyTypeMapping.Default],
        ["time without time zone"] = [RedshiftTimeOnlyTypeMapping.Default],
        ["timestamp"] = [RedshiftDateTimeTypeMapping.Default],
        ["timestamp without time zone"] = [RedshiftDateTimeTypeMapping.Default],
        ["timestamptz"] = [RedshiftDateTimeOffsetTypeMapping.Default, DateTimeTz],
        ["timestamp with time zone"] = [RedshiftDateTimeOffsetTypeMapping.Default, DateTimeTz]
    };

    public RedshiftTypeMappingSource(
        TypeMappingSourceDependencies dependencies,
        RelationalTypeMappingSourceDependencies relationalDependencies,
        ISqlGenerationHelper sqlGenerationHelper,
        INpgsqlSingletonOptions options)
        : base(dependencies, relationalDependencies, sqlGenerationHelper, options)
    {
        StoreTypeMappings.Clear();
        ClrTypeMappings.Clear();
    }

    protected override RelationalTypeMapping? FindBaseMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        var clrType = mappingInfo.ClrType;

        if (mappingInfo.StoreTypeName is { } storeTypeName
            && (StoreTypes.TryGetValue(storeTypeName, out var mappings)
                || StoreTypes.TryGetValue(mappingInfo.StoreTypeNameBase!, out mappings)))
        {
            return clrType is null ? mappings[0] : mappings.FirstOrDefault(m => m.ClrType == clrType);
        }

        // A store type that is not known is the model validator's to refuse, by name.
        return clrType is null ? null
            : clrType == typeof(string) && mappingInfo.StoreTypeName is null ? StringMapping(mappingInfo)
            : clrType == typeof(byte[]) && mappingInfo is { StoreTypeName: null, Size: > 0 and <= MaxVarbyteBytes and var size }
                ? new RedshiftBytesTypeMapping($"varbyte({size})")
            : ClrTypes.GetValueOrDefault(clrType);
    }

    protected override RelationalTypeMapping? FindRowValueMapping(in RelationalTypeMappingInfo mappingInfo)
        => null;

    // HasMaxLength counts UTF-16 units and Redshift bytes of UTF-8, so the column has room for any string of that length.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
    private static RelationalTypeMapping StringMapping(in RelationalTypeMappingInfo mappingInfo)
        => mappingInfo switch
        {
            { Size: null or <= 0 } => Varchar,
            { IsFixedLength: true, Size: <= MaxCharBytes and var size } => new RedshiftStringTypeMapping($"char({size})", fixedLength: true),
            { IsUnicode: false, Size: <= MaxVarcharBytes and var size } => new RedshiftStringTypeMapping($"varchar({size})"),
            { Size: <= MaxVarcharBytes / MaxBytesPerUtf16Unit and var size }
                => new RedshiftStringTypeMapping($"varchar({size * MaxBytesPerUtf16Unit})"),
            _ => Varchar
        };

    private static RelationalTypeMapping Converted<TModel, TProvider>(RelationalTypeMapping mapping)
        => (RelationalTypeMapping)mapping.WithComposedConverter(new CastingConverter<TModel, TProvider>());
}
