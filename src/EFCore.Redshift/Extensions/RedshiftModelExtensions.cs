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
}
