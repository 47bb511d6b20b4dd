using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Checks the form of what authorizes COPY and UNLOAD. Nothing of it is kept, written anywhere or repeated in an error.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-authorization.html</remarks>
internal static class TransferAuthorizationCheck
{
    public static void Check(TransferAuthorization? authorization, TransferOptions options)
    {
        switch (authorization)
        {
            case null:
                throw new RedshiftErrorException(
                    "42601", "CREDENTIALS, IAM_ROLE or ACCESS_KEY_ID and SECRET_ACCESS_KEY must be specified to access Amazon S3.");
            case IamRoleAuthorization { Roles: null }:
                break;
            case IamRoleAuthorization { Roles: { } roles } when AreRoles(roles):
                break;
            case AccessKeyAuthorization { AccessKeyId: { } id, SecretAccessKey: { } secret, SessionToken: var token }
                when IsKey(id) && IsKey(secret) && (token is null || IsKey(token)):
                break;
            case CredentialsAuthorization { Value: var credentials } when AreCredentials(credentials):
                // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-source-s3.html
                if (options.Has(TransferOptionKind.MasterSymmetricKey) || options.Has(TransferOptionKind.KmsKeyId))
                {
                    throw new RedshiftErrorException("0A000", "CREDENTIALS is not compatible with MASTER_SYMMETRIC_KEY and KMS_KEY_ID");
                }

                break;
            default:
                throw EngineError.Create(
                    "Invalid credentials. Must be of the format: CREDENTIALS 'aws_iam_role=...' | "
                    + "'aws_access_key_id=...;aws_secret_access_key=...[;token=...]'",
                    8001,
                    "");
        }
    }

    private static bool AreRoles(string roles)
        => roles == "default" || roles.Split(',').All(IsRole);

    // arn:aws:iam::account:role/name, in any of AWS's partitions.
    private static bool IsRole(string role)
        => role.Split(':', 6) is ["arn", var partition, "iam", "", var account, var resource]
            && partition.StartsWith("aws", StringComparison.Ordinal)
            && IsKey(account)
            && resource.StartsWith("role/", StringComparison.Ordinal)
            && resource.Length > "role/".Length
            && !resource.Any(char.IsWhiteSpace);

    private static bool IsKey(string key)
        => key.Length > 0 && !key.Any(char.IsWhiteSpace);

    private static bool AreCredentials(string credentials)
    {
        if (credentials.Any(char.IsWhiteSpace))
        {
            return false;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in credentials.TrimEnd(';').Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1 || !values.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                return false;
            }
        }

        values.Remove("master_symmetric_key");
        return values.Remove("aws_iam_role", out var roles)
            ? values.Count == 0 && AreRoles(roles)
            : values.Remove("aws_access_key_id")
            && values.Remove("aws_secret_access_key")
            && (values.Count == 0 || (values.Remove("token") && values.Count == 0));
    }
}
