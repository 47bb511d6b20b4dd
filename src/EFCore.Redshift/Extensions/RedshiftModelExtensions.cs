using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Reads what the model says of all tables that only Redshift has.</summary>
public static class RedshiftModelExtensions
{
    /// <summary>How the database generates integer keys of which nothing else is said.</summary>
    /// <param name="model">The model.</param>
    /// <returns>What was configured, by default <see cref="RedshiftValueGenerationStrategy.IdentityColumn" />.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model" /> is null.</exception>
    public static RedshiftValueGenerationStrategy GetRedshiftValueGenerationStrategy(this IReadOnlyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);

        return (RedshiftValueGenerationStrategy?)model.FindAnnotation(RedshiftAnnotationNames.ValueGenerationStrategy)?.Value
            ?? RedshiftValueGenerationStrategy.IdentityColumn;
    }

    /// <summary>The sequences of the provider's key table that the model uses.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The sequences, by name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model" /> is null.</exception>
    public static IReadOnlyList<RedshiftSequence> GetRedshiftSequences(this IReadOnlyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);

        return
        [
            .. model.GetAnnotations()
                .Where(annotation => annotation.Name.StartsWith(RedshiftAnnotationNames.Sequence, StringComparison.Ordinal))
                .Select(annotation => Read(annotation.Name[RedshiftAnnotationNames.Sequence.Length..], annotation.Value))
                .OrderBy(sequence => sequence.Name, StringComparer.Ordinal)
        ];
    }

    /// <summary>Finds a sequence of the provider's key table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The sequence's name.</param>
    /// <returns>The sequence, or null if the model has none of this name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model" /> is null.</exception>
    public static RedshiftSequence? FindRedshiftSequence(this IReadOnlyModel model, string name)
    {
        ArgumentNullException.ThrowIfNull(model);

        return model.FindAnnotation(RedshiftAnnotationNames.Sequence + name) is { } annotation ? Read(name, annotation.Value) : null;
    }

    private static RedshiftSequence Read(string name, object? value)
    {
        var numbers = (long[])value!;
        return new RedshiftSequence(name, numbers[0], numbers[1], (int)numbers[2]);
    }
}
