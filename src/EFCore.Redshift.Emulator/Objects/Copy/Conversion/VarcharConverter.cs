using System.Buffers;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Lengths are counted in bytes of UTF-8.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html</remarks>
internal sealed class VarcharConverter(int maximumLength, TextOptions options) : ValueConverter
{
    private byte[] _repaired = [];
    private bool _hasReplaced;

    public override bool TakesEmpty
        => true;

    public override bool TakeHasReplaced()
    {
        var hasReplaced = _hasReplaced;
        _hasReplaced = false;
        return hasReplaced;
    }

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field;
        if (Utf8Fault.Find(value) is { } fault)
        {
            if (options.Replacement is not { } replacement)
            {
                return fault;
            }

            value = Repair(value, replacement);
            _hasReplaced = true;
        }

        if (value.Contains((byte)0))
        {
            return TextFault.NullByte;
        }

        if (options.TrimsBlanks)
        {
            value = value.TrimEnd(" \t"u8);
        }

        if (value.Length > maximumLength)
        {
            // Surplus blanks are no characters that would be lost.
            if (!options.Truncates && value[maximumLength..].ContainsAnyExcept((byte)' '))
            {
                return new LoadFault(LoadErrorCode.OutOfRange, "String length exceeds DDL length");
            }

            value = Cut(value, maximumLength);
        }

        output.WriteText(value);
        return null;
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> value, int length)
    {
        // Not in the middle of a character: continuation bytes are 10xxxxxx.
        while (length > 0 && (value[length] & 0xc0) == 0x80)
        {
            length--;
        }

        return value[..length];
    }

    // An invalid sequence is replaced by as many replacement characters as it has bytes.
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-acceptinvchars
    private ReadOnlySpan<byte> Repair(ReadOnlySpan<byte> value, byte replacement)
    {
        if (_repaired.Length < value.Length)
        {
            _repaired = new byte[value.Length * 2];
        }

        value.CopyTo(_repaired);
        for (var i = 0; i < value.Length;)
        {
            var status = Rune.DecodeFromUtf8(value[i..], out _, out var length);
            length = Math.Max(length, 1);
            if (status != OperationStatus.Done)
            {
                _repaired.AsSpan(i, length).Fill(replacement);
            }

            i += length;
        }

        return _repaired.AsSpan(0, value.Length);
    }
}
