using System.Buffers;
using EFCore.Redshift.Emulator.Objects.Copy.Conversion;
using EFCore.Redshift.Emulator.Objects.Copy.Reading;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Turns the fields of a record into a row for PostgreSQL, or says which column cannot be made and why.</summary>
internal sealed class RowConverter(IReadOnlyList<LoadColumn> columns, CopyOptions options)
{
    private static readonly LoadFault DelimiterNotFound = new(LoadErrorCode.DelimiterNotFound, "Delimiter not found");
    private static readonly LoadFault ExtraColumns = new(LoadErrorCode.TooManyColumns, "Extra column(s) found");
    private static readonly LoadFault MissingNotNull = new(LoadErrorCode.MissingNotNull, "Missing data for not-null field");

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n\f\v"u8);

    private readonly LoadColumn[] _columns = [.. columns];

    /// <summary>Appends the row; where it fails, <paramref name="failed" /> is the column's index, or -1 where it is the whole record.</summary>
    public LoadFault? Convert(FieldList fields, ReadOnlySpan<byte> record, CopyTextWriter output, out int failed)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            failed = i;
            output.BeginValue();
            if (i >= fields.Count && !options.FillsRecord)
            {
                return DelimiterNotFound;
            }

            if (Convert(i, fields, record, output) is { } fault)
            {
                return fault;
            }
        }

        failed = -1;

        // A delimiter at the end of the line is no further column.
        return fields.Count > _columns.Length + 1 || (fields.Count == _columns.Length + 1 && fields.Raw(_columns.Length, record).Length > 0)
            ? ExtraColumns
            : null;
    }

    private LoadFault? Convert(int index, FieldList fields, ReadOnlySpan<byte> record, CopyTextWriter output)
    {
        var column = _columns[index];
        if (index >= fields.Count)
        {
            // FILLRECORD: character columns are filled with empty strings, all others with NULL.
            // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-fillrecord
            return column.Converter.TakesEmpty && !options.EmptyIsNull ? null : WriteNull(column, output);
        }

        if (fields.IsMissing(index) || IsNullText(index, fields, record))
        {
            return WriteNull(column, output);
        }

        var value = fields.Value(index, record);
        var isNull = column.Converter.TakesEmpty
            ? value.IsEmpty ? options.EmptyIsNull : options.BlanksAreNull && IsBlank(value)
            : IsBlank(value);
        return isNull ? WriteNull(column, output) : column.Converter.Convert(value, output);
    }

    // The text for NULL is looked for before escapes are removed, so that \N is found with ESCAPE; but without quotation marks.
    private bool IsNullText(int index, FieldList fields, ReadOnlySpan<byte> record)
        => options.NullText is { } nullText
            && (fields.Raw(index, record).SequenceEqual(nullText)
                || (!(options.Escapes && fields.IsChanged(index)) && fields.Value(index, record).SequenceEqual(nullText)));

    private static bool IsBlank(ReadOnlySpan<byte> value)
        => !value.ContainsAnyExcept(WhiteSpace);

    private static LoadFault? WriteNull(LoadColumn column, CopyTextWriter output)
    {
        if (!column.IsNullable)
        {
            return MissingNotNull;
        }

        output.WriteNull();
        return null;
    }
}
