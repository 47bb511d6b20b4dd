using System.Globalization;
using EFCore.Redshift.Emulator.Objects.Copy.Conversion;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>A column that fields go to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type as <c>stl_load_errors</c> shows it.</param>
/// <param name="Length">The length, or precision and scale, likewise.</param>
/// <param name="IsNullable">Whether it takes NULL.</param>
/// <param name="Converter">What makes its values.</param>
internal sealed record LoadColumn(string Name, string TypeName, string Length, bool IsNullable, ValueConverter Converter)
{
    private const int MaximumVarchar = 65535;
    private const int MaximumVarbyte = 16_777_216;

    public static LoadColumn Create(TargetColumn column, CopyOptions options)
    {
        var (name, modifiers) = SplitType(column.Type);
        var length = modifiers is [var first, ..] ? first : 0;
        return name switch
        {
            "smallint" => New("int2", IntegerConverter.Int16),
            "integer" => New("int4", IntegerConverter.Int32),
            "bigint" => New("int8", IntegerConverter.Int64),
            "numeric" when modifiers is [var precision, var scale] =>
                New("numeric", new DecimalConverter(precision, scale, options.RoundsDecimals), $"{precision}, {scale}"),
            "real" => New("float4", new FloatConverter(isSingle: true)),
            "double precision" => New("float8", new FloatConverter(isSingle: false)),
            "boolean" => New("bool", new BooleanConverter()),
            "character" or "bpchar" => New("char", new CharConverter(Math.Max(length, 1), options.Text), Number(Math.Max(length, 1))),
            "character varying" or "text" =>
                New("varchar", new VarcharConverter(Or(length, MaximumVarchar), options.Text), Number(Or(length, MaximumVarchar))),
            "date" => New("date", new DateConverter(options.DateTime)),
            "timestamp without time zone" => New("timestamp", new TimestampConverter(options.DateTime, hasZone: false)),
            "timestamp with time zone" => New("timestamptz", new TimestampConverter(options.DateTime, hasZone: true)),
            "time without time zone" => New("time", new TimeConverter(hasZone: false)),
            "time with time zone" => New("timetz", new TimeConverter(hasZone: true)),
            "super" => New("super", new SuperConverter()),
            "varbyte" => New("varbyte", new VarbyteConverter(Or(length, MaximumVarbyte)), Number(Or(length, MaximumVarbyte))),
            _ => New(name, new PlainTextConverter())
        };

        LoadColumn New(string typeName, ValueConverter converter, string shownLength = "0")
            => new(column.Name, typeName, shownLength, column.IsNullable, converter);
    }

    private static int Or(int length, int otherwise)
        => length > 0 ? length : otherwise;

    private static string Number(int number)
        => number.ToString(CultureInfo.InvariantCulture);

    // numeric(10,2), time(6) without time zone
    private static (string Name, int[] Modifiers) SplitType(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return (type, []);
        }

        var close = type.IndexOf(')', open);
        return (
            type[..open] + type[(close + 1)..],
            [.. type[(open + 1)..close].Split(',').Select(m => int.Parse(m, CultureInfo.InvariantCulture))]);
    }
}
