using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;

namespace EFCore.Redshift.Diagnostics;

/// <summary>One method for each event.</summary>
internal static class RedshiftLoggerExtensions
{
    public static void IndexIgnored(this IDiagnosticsLogger<DbLoggerCategory.Model.Validation> diagnostics, IIndex index)
        => Log(
            diagnostics,
            ref ((RedshiftLoggingDefinitions)diagnostics.Definitions).IndexIgnored,
            RedshiftEventId.IndexIgnored,
            RedshiftStrings.IndexIgnored,
            index.DeclaringEntityType.DisplayName(),
            string.Join(", ", index.Properties.Select(p => p.Name)));

    public static void DecimalWithoutPrecision(this IDiagnosticsLogger<DbLoggerCategory.Model.Validation> diagnostics, IProperty property)
        => Log(
            diagnostics,
            ref ((RedshiftLoggingDefinitions)diagnostics.Definitions).DecimalWithoutPrecision,
            RedshiftEventId.DecimalWithoutPrecision,
            RedshiftStrings.DecimalWithoutPrecision,
            property.DeclaringType.DisplayName(),
            property.Name);

    public static void SaveChangesFailedInTransaction(
        this IDiagnosticsLogger<DbLoggerCategory.Update> diagnostics,
        DbContext context,
        Exception exception)
    {
        var definition = (EventDefinition)(((RedshiftLoggingDefinitions)diagnostics.Definitions).SaveChangesFailedInTransaction
            ??= new EventDefinition(
                diagnostics.Options,
                RedshiftEventId.SaveChangesFailedInTransaction,
                LogLevel.Warning,
                $"{nameof(RedshiftEventId)}.{nameof(RedshiftEventId.SaveChangesFailedInTransaction)}",
                level => LoggerMessage.Define(
                    level, RedshiftEventId.SaveChangesFailedInTransaction, RedshiftStrings.SaveChangesFailedInTransaction)));

        if (diagnostics.ShouldLog(definition))
        {
            definition.Log(diagnostics);
        }

        if (diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            diagnostics.DispatchEventData(
                definition,
                new DbContextErrorEventData(definition, (d, _) => ((EventDefinition)d).GenerateMessage(), context, exception),
                diagnosticSourceEnabled,
                simpleLogEnabled);
        }
    }

    private static void Log(
        IDiagnosticsLogger<DbLoggerCategory.Model.Validation> diagnostics,
        ref EventDefinitionBase? field,
        EventId eventId,
        string message,
        string first,
        string second)
    {
        var definition = (EventDefinition<string, string>)(field ??= new EventDefinition<string, string>(
            diagnostics.Options,
            eventId,
            LogLevel.Warning,
            $"{nameof(RedshiftEventId)}.{eventId.Name!.Split('.')[^1]}",
            level => LoggerMessage.Define<string, string>(level, eventId, message)));

        if (diagnostics.ShouldLog(definition))
        {
            definition.Log(diagnostics, first, second);
        }

        if (diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            diagnostics.DispatchEventData(
                definition,
                new EventData(definition, (d, _) => ((EventDefinition<string, string>)d).GenerateMessage(first, second)),
                diagnosticSourceEnabled,
                simpleLogEnabled);
        }
    }
}
