using System.Collections;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>Writes a result as text, so that two can be compared and a difference can be read.</summary>
/// <remarks>Of an entity its columns are written and not its navigations, which are fixed up in memory and perhaps not loaded from the server.</remarks>
public sealed class ResultPrinter(IModel model)
{
    public string Print(object? value)
        => value switch
        {
            null => "null",
            string s => $"\"{s}\"",
            float f => f.ToString("R", CultureInfo.InvariantCulture),
            // The server may add up in another order.
            double d => d.ToString("G14", CultureInfo.InvariantCulture),
            decimal m => m.ToString("0.############################", CultureInfo.InvariantCulture),
            DateTime t => t.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            DateTimeOffset t => t.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            bool b => b ? "true" : "false",
            IEnumerable e => $"[{string.Join(", ", e.Cast<object?>().Select(Print))}]",
            _ when model.FindEntityType(value.GetType()) is { } entityType
                => Print(value, entityType.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => (p.Name, p.GetGetter().GetClrValue(value)))),
            _ => Print(
                value,
                value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(value))))
        };

    private string Print(object value, IEnumerable<(string Name, object? Value)> properties)
        => $"{(value.GetType().Name.StartsWith('<') ? "" : value.GetType().Name)}{{ "
            + $"{string.Join(", ", properties.Select(p => $"{p.Name} = {Print(p.Value)}"))} }}";
}
