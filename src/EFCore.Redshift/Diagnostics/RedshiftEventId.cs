using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EFCore.Redshift.Diagnostics;

/// <summary>The ids of the events the Redshift provider logs, for <c>ConfigureWarnings</c>.</summary>
public static class RedshiftEventId
{
    private enum Id
    {
        IndexIgnored = CoreEventId.ProviderBaseId,
        DecimalWithoutPrecision
    }

    /// <summary>The model has an index, and Redshift has none. The index is ignored; a sort key may serve instead.</summary>
    /// <remarks>
    ///     A warning of the category <see cref="DbLoggerCategory.Model.Validation" />. https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html
    /// </remarks>
    public static readonly EventId IndexIgnored = Make(Id.IndexIgnored);

    /// <summary>A decimal property has no precision, so its column is <c>numeric(18,2)</c> and rounds what has more digits.</summary>
    /// <remarks>
    ///     A warning of the category <see cref="DbLoggerCategory.Model.Validation" />. https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
    /// </remarks>
    public static readonly EventId DecimalWithoutPrecision = Make(Id.DecimalWithoutPrecision);

    private static EventId Make(Id id)
        => new((int)id, $"{DbLoggerCategory.Model.Validation.Name}.{id}");
}
