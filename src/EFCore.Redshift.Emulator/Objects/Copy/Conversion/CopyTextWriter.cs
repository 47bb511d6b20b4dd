using System.Buffers;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Collects rows in the text format of PostgreSQL's COPY. A row that turns out to be bad is taken back.</summary>
/// <remarks>https://www.postgresql.org/docs/current/sql-copy.html</remarks>
internal sealed class CopyTextWriter
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\\\n\r\t"u8);

    private byte[] _buffer = new byte[128 * 1024];
    private int _length;
    private int _rowStart;
    private bool _rowHasValues;

    public ReadOnlyMemory<byte> Written
        => _buffer.AsMemory(0, _length);

    public void Clear()
    {
        _length = 0;
        _rowStart = 0;
    }

    public void BeginRow()
    {
        _rowStart = _length;
        _rowHasValues = false;
    }

    public void EndRow()
        => Append("\n"u8);

    public void UndoRow()
        => _length = _rowStart;

    /// <summary>Must come before each value.</summary>
    public void BeginValue()
    {
        if (_rowHasValues)
        {
            Append("\t"u8);
        }

        _rowHasValues = true;
    }

    public void WriteNull()
        => Append("\\N"u8);

    /// <summary>Appends text that holds neither backslashes nor control characters.</summary>
    public void WritePlain(ReadOnlySpan<byte> text)
        => Append(text);

    /// <summary>Appends any text.</summary>
    public void WriteText(ReadOnlySpan<byte> text)
    {
        int special;
        while ((special = text.IndexOfAny(Special)) >= 0)
        {
            Append(text[..special]);
            Append(
                text[special] switch
                {
                    (byte)'\\' => "\\\\"u8,
                    (byte)'\n' => "\\n"u8,
                    (byte)'\r' => "\\r"u8,
                    _ => "\\t"u8
                });
            text = text[(special + 1)..];
        }

        Append(text);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _length < bytes.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }
}
