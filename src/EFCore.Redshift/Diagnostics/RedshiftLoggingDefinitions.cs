using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Redshift.Diagnostics;

internal sealed class RedshiftLoggingDefinitions : RelationalLoggingDefinitions
{
    public EventDefinitionBase? IndexIgnored;
    public EventDefinitionBase? DecimalWithoutPrecision;
    public EventDefinitionBase? SaveChangesFailedInTransaction;
}
