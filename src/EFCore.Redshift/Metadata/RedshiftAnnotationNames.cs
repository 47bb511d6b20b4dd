namespace EFCore.Redshift.Metadata;

/// <summary>The names of the annotations in which the model keeps what only Redshift has.</summary>
internal static class RedshiftAnnotationNames
{
    public const string Prefix = "Redshift:";
    public const string ValueGenerationStrategy = Prefix + nameof(ValueGenerationStrategy);
    public const string IdentitySeed = Prefix + nameof(IdentitySeed);
    public const string IdentityIncrement = Prefix + nameof(IdentityIncrement);
}
