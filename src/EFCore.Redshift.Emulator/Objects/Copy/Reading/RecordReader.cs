namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>A format of the files that COPY reads: how records end, and how they are made of fields.</summary>
internal abstract class RecordReader
{
    /// <summary>Whether the fields are the target columns one for one, and not as many as the record happens to have.</summary>
    public virtual bool IsByName
        => false;

    /// <summary>
    ///     Finds the end of the record that <paramref name="unread" /> begins with. Gives its length with its ending and without; a negative
    ///     length says that it does not end here.
    /// </summary>
    public abstract RecordEnd FindEnd(ReadOnlySpan<byte> unread, bool isAtEnd);

    /// <summary>Takes a record apart.</summary>
    public abstract LoadFault? Parse(ReadOnlySpan<byte> record, FieldList fields);

    /// <summary>Gives the end of a record at a line feed, with or without a carriage return before it.</summary>
    protected static RecordEnd AtNewLine(ReadOnlySpan<byte> unread, int newLine)
        => new(newLine + 1, newLine > 0 && unread[newLine - 1] == (byte)'\r' ? newLine - 1 : newLine);

    /// <summary>Gives the end of the last record, which needs no line feed.</summary>
    protected static RecordEnd AtEnd(ReadOnlySpan<byte> unread, bool isAtEnd)
        => isAtEnd && unread.Length > 0 ? new(unread.Length, unread.Length) : RecordEnd.None;
}
