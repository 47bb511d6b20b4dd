using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Update;

/// <summary>A value bound to a placeholder by its position, so that the driver sends the text as it is and need not look for names.</summary>
internal sealed class PositionalParameter(RelationalTypeMapping typeMapping, object? value, bool? nullable) : IRelationalParameter
{
    public string InvariantName
        => string.Empty;

    public void AddDbParameter(DbCommand command, object? value)
        => command.Parameters.Add(typeMapping.CreateParameter(command, string.Empty, value, nullable));

    public void AddDbParameter(DbCommand command, IReadOnlyDictionary<string, object?>? parameterValues)
        => AddDbParameter(command, value);
}
