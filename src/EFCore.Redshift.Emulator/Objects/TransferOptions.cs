using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>The parameters of one COPY or UNLOAD, each at most once.</summary>
internal sealed class TransferOptions
{
    private readonly Dictionary<TransferOptionKind, TransferOption> _options = [];

    public TransferOptions(IEnumerable<TransferOption> options)
    {
        foreach (var option in options)
        {
            if (!_options.TryAdd(option.Kind, option))
            {
                throw new RedshiftErrorException("42601", $"conflicting or redundant options: {Name(option.Kind)}", position: Position(option));
            }
        }
    }

    /// <summary>A parameter's name as it is written in SQL.</summary>
    public static string Name(TransferOptionKind kind)
        => kind switch
        {
            TransferOptionKind.NullAs => "NULL AS",
            TransferOptionKind.PartitionBy => "PARTITION BY",
            TransferOptionKind.KmsKeyId => "KMS_KEY_ID",
            TransferOptionKind.MasterSymmetricKey => "MASTER_SYMMETRIC_KEY",
            _ => kind.ToString().ToUpperInvariant()
        };

    public bool Has(TransferOptionKind kind)
        => _options.ContainsKey(kind);

    public TransferOption? Find(TransferOptionKind kind)
        => _options.GetValueOrDefault(kind);

    public string? Text(TransferOptionKind kind)
        => Find(kind)?.Text;

    /// <summary>A parameter that is ON when it is written without a word.</summary>
    public bool IsOn(TransferOptionKind kind, bool otherwise)
        => Find(kind) is { } option ? option.Word != "OFF" : otherwise;

    /// <summary>A whole number within its limits.</summary>
    public int Number(TransferOptionKind kind, int minimum, int maximum, int otherwise)
    {
        if (Find(kind) is not { } option)
        {
            return otherwise;
        }

        return option.Number is { } number && number == decimal.Truncate(number) && number >= minimum && number <= maximum
            ? (int)number
            : throw new RedshiftErrorException(
                "22023", $"Invalid value for {Name(kind)}: it must be a whole number from {minimum} to {maximum}.", position: Position(option));
    }

    /// <summary>A text that must be one ASCII character.</summary>
    public byte Character(TransferOptionKind kind, char otherwise)
    {
        if (Text(kind) is not { } text)
        {
            return (byte)otherwise;
        }

        // A delimiter may be written as an octal code, such as \017; the server's parser may have left the backslash in the text.
        // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-delimiter
        if (text is ['\\', >= '0' and <= '7', >= '0' and <= '7', >= '0' and <= '7'])
        {
            text = ((char)Convert.ToInt32(text[1..], 8)).ToString();
        }
        else if (text == "\\t")
        {
            text = "\t";
        }

        return text is [> '\0' and < '\x80']
            ? (byte)text[0]
            : throw new RedshiftErrorException(
                "0A000", $"COPY {Name(kind).ToLowerInvariant()} must be a single ASCII character", position: Position(Find(kind)!));
    }

    /// <summary>Refuses a combination of two parameters.</summary>
    public void Exclude(TransferOptionKind kind, params ReadOnlySpan<TransferOptionKind> others)
    {
        foreach (var other in others)
        {
            if (other != kind && Has(kind) && Find(other) is { } option)
            {
                throw new RedshiftErrorException("0A000", $"{Name(kind)} is not compatible with {Name(other)}", position: Position(option));
            }
        }
    }

    /// <summary>Refuses any two of a group.</summary>
    public void ExcludeEachOther(params ReadOnlySpan<TransferOptionKind> kinds)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            Exclude(kinds[i], kinds[(i + 1)..]);
        }
    }

    /// <summary>Refuses a parameter without another one.</summary>
    public void Require(TransferOptionKind kind, TransferOptionKind needed)
    {
        if (Find(kind) is { } option && !Has(needed))
        {
            throw new RedshiftErrorException("0A000", $"{Name(kind)} requires {Name(needed)}", position: Position(option));
        }
    }

    /// <summary>Refuses parameters of the other statement.</summary>
    public void RefuseForeign(params ReadOnlySpan<TransferOptionKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Find(kind) is { } option)
            {
                throw new RedshiftErrorException("42601", $"syntax error at or near \"{Name(kind)}\"", position: Position(option));
            }
        }
    }

    /// <summary>Refuses everything beside a parameter but what is listed.</summary>
    public void AllowOnly(TransferOptionKind kind, params ReadOnlySpan<TransferOptionKind> others)
    {
        if (!Has(kind))
        {
            return;
        }

        foreach (var option in _options.Values)
        {
            if (option.Kind != kind && !others.Contains(option.Kind))
            {
                throw new RedshiftErrorException(
                    "0A000", $"{Name(kind)} is not compatible with {Name(option.Kind)}", position: Position(option));
            }
        }
    }

    /// <summary>Refuses what Redshift has and the emulator has not.</summary>
    public void RefuseUnemulated(string statement, params ReadOnlySpan<TransferOptionKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Find(kind) is { } option)
            {
                throw new RedshiftErrorException(
                    "0A000",
                    $"The emulator does not support {Name(kind)} in {statement}.",
                    hint: "Amazon Redshift does; this is a limit of the emulator.",
                    position: Position(option));
            }
        }
    }

    private static int? Position(TransferOption option)
        => option.Position > 0 ? option.Position : null;
}
