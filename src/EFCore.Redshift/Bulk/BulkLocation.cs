using EFCore.Redshift.Properties;

namespace EFCore.Redshift.Bulk;

/// <summary>Checks where COPY reads and UNLOAD writes.</summary>
internal static class BulkLocation
{
    public static string Checked(string location, string parameterName)
        => location is not null
            && (location.StartsWith("s3://", StringComparison.Ordinal)
                || location.StartsWith("emr://", StringComparison.Ordinal)
                || location.StartsWith("dynamodb://", StringComparison.Ordinal))
                ? location
                : throw new ArgumentException(RedshiftStrings.InvalidLocation(location), parameterName);
}
