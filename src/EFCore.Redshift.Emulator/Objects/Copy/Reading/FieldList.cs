namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>
///     The fields of one record, as places in the record's own bytes, or in a buffer of the list's where removing quotation marks and
///     escapes made them different. One list serves all records of a load.
/// </summary>
internal sealed class FieldList
{
    private Field[] _fields = new Field[16];
    private byte[] _changed = new byte[1024];
    private int _changedLength;
    private int _changedStart;

    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _changedLength = 0;
    }

    /// <summary>Adds a field whose value is what the record holds.</summary>
    public void Add(int start, int length)
        => Add(new Field(start, length, start, length, IsChanged: false, IsMissing: false));

    /// <summary>Adds a field whose value is a part of what the record holds.</summary>
    public void Add(int start, int length, int rawStart, int rawLength)
        => Add(new Field(start, length, rawStart, rawLength, IsChanged: false, IsMissing: false));

    /// <summary>Adds a field that the record does not have.</summary>
    public void AddMissing()
        => Add(new Field(0, 0, 0, 0, IsChanged: false, IsMissing: true));

    public void BeginChanged()
        => _changedStart = _changedLength;

    public void AppendChanged(ReadOnlySpan<byte> bytes)
        => bytes.CopyTo(ReserveChanged(bytes.Length));

    /// <summary>Gives room for bytes of the changed value; all of it counts as written.</summary>
    public Span<byte> ReserveChanged(int length)
    {
        if (_changed.Length - _changedLength < length)
        {
            Array.Resize(ref _changed, Math.Max(_changed.Length * 2, _changedLength + length));
        }

        _changedLength += length;
        return _changed.AsSpan(_changedLength - length, length);
    }

    /// <summary>Takes back bytes reserved but not used.</summary>
    public void ReturnChanged(int length)
        => _changedLength -= length;

    public void EndChanged(int rawStart, int rawLength)
        => Add(new Field(_changedStart, _changedLength - _changedStart, rawStart, rawLength, IsChanged: true, IsMissing: false));

    public bool IsMissing(int index)
        => _fields[index].IsMissing;

    /// <summary>Whether the value is other than what the record holds.</summary>
    public bool IsChanged(int index)
        => _fields[index].IsChanged;

    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Value(int index, ReadOnlySpan<byte> record)
    {
        ref readonly var field = ref _fields[index];
        return field.IsChanged ? _changed.AsSpan(field.Start, field.Length) : record.Slice(field.Start, field.Length);
    }

    /// <summary>What the record holds, before quotation marks and escapes are removed.</summary>
    public ReadOnlySpan<byte> Raw(int index, ReadOnlySpan<byte> record)
        => record.Slice(_fields[index].RawStart, _fields[index].RawLength);

    private void Add(Field field)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Count * 2);
        }

        _fields[Count++] = field;
    }

    private readonly record struct Field(int Start, int Length, int RawStart, int RawLength, bool IsChanged, bool IsMissing);
}
