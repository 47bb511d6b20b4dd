namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Turns the text of one field into PostgreSQL's text of one column's value, by the rules of Redshift's COPY.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html</remarks>
internal abstract class ValueConverter
{
    /// <summary>Whether an empty field is a value: of character columns only; for all others it is NULL.</summary>
    public virtual bool TakesEmpty
        => false;

    /// <summary>Whether the converter wants a JSON document's values as JSON text, with the quotation marks of strings.</summary>
    public virtual bool TakesJson
        => false;

    /// <summary>Whether invalid characters have been replaced since this was last asked.</summary>
    public virtual bool TakeHasReplaced()
        => false;

    /// <summary>Appends the value, or tells why it is none.</summary>
    public abstract LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output);
}
