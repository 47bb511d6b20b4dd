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
        DecimalWithoutPrecision,
        SaveChangesFailedInTransaction
    }

    /// <summary>The model has an index, and Redshift has none. The index is ignored; a sort key may serve instead.</summary>
    /// <remarks>
    ///     A warning of the category <see cref="DbLoggerCategory.Model.Validation" />. https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html
    /// </remarks>
    public static readonly EventId IndexIgnored = Make(Id.IndexIgnored, DbLoggerCategory.Model.Validation.Name);

    /// <summary>A decimal property has no precision, so its column is <c>numeric(18,2)</c> and rounds what has more digits.</summary>
    /// <remarks>
    ///     A warning of the category <see cref="DbLoggerCategory.Model.Validation" />. https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
    /// </remarks>
    public static readonly EventId DecimalWithoutPrecision = Make(Id.DecimalWithoutPrecision, DbLoggerCategory.Model.Validation.Name);

    /// <summary>
    ///     SaveChanges failed in a transaction that the application began. Redshift has no savepoints to go back to, so a part of the changes may
    ///     have been applied: the transaction is to be rolled back.
    /// </summary>
    /// <remarks>
    ///     A warning of the category <see cref="DbLoggerCategory.Update" />, whose data are a <see cref="DbContextErrorEventData" />.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    /// </remarks>
    public static readonly EventId SaveChangesFailedInTransaction = Make(Id.SaveChangesFailedInTransaction, DbLoggerCategory.Update.Name);

    private static EventId Make(Id id, string category)
        => new((int)id, $"{category}.{id}");
}
