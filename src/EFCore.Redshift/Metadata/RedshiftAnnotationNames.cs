namespace EFCore.Redshift.Metadata;

/// <summary>The names of the annotations in which the model keeps what only Redshift has.</summary>
internal static class RedshiftAnnotationNames
{
    public const string Prefix = "Redshift:";

    public const string DistributionStyle = Prefix + nameof(DistributionStyle);

    /// <summary>On an entity type the name of a property; on a table the name of its column.</summary>
    public const string DistributionKey = Prefix + nameof(DistributionKey);

    public const string SortKeyKind = Prefix + nameof(SortKeyKind);

    /// <summary>On an entity type the names of properties; on a table those of their columns.</summary>
    public const string SortKey = Prefix + nameof(SortKey);

    public const string ValueGenerationStrategy = Prefix + nameof(ValueGenerationStrategy);

    public const string IdentitySeed = Prefix + nameof(IdentitySeed);

    public const string IdentityIncrement = Prefix + nameof(IdentityIncrement);

    /// <summary>On the model, with the sequence's name after it: its first value, its step and the size of its blocks.</summary>
    public const string Sequence = Prefix + nameof(Sequence) + ":";

    public const string SequenceName = Prefix + nameof(SequenceName);

    public const string Encoding = Prefix + nameof(Encoding);
}
