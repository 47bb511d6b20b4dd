using System.Diagnostics;
using EFCore.Redshift.Properties;

namespace EFCore.Redshift.Bulk;

/// <summary>What COPY and UNLOAD may present to the object store. It cannot be printed: its text form shows no role, key or token.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-authorization.html</remarks>
[DebuggerDisplay("RedshiftAuthorization")]
public abstract class RedshiftAuthorization
{
    private protected RedshiftAuthorization()
    {
    }

    /// <summary>The role that is set as the cluster's default.</summary>
    public static RedshiftAuthorization DefaultIamRole { get; } = new RoleAuthorization("default", isDefault: true);

    internal abstract bool HoldsSecrets { get; }

    /// <summary>A role that the cluster assumes. Prefer it to keys: a role's name is no secret.</summary>
    /// <param name="arn">The role's Amazon Resource Name, such as <c>arn:aws:iam::123456789012:role/loader</c>.</param>
    /// <param name="chainedArns">Roles that are assumed one after the other, for access across accounts.</param>
    /// <returns>The authorization.</returns>
    /// <exception cref="ArgumentException">A name is empty, or holds a comma or a blank.</exception>
    public static RedshiftAuthorization IamRole(string arn, params string[] chainedArns)
    {
        ArgumentNullException.ThrowIfNull(chainedArns);

        string[] arns = [arn, .. chainedArns];
        foreach (var name in arns)
        {
            // A list of roles is one literal with commas in it, so a comma in a name would add a role.
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(arn));
            if (name.Any(character => character == ',' || char.IsWhiteSpace(character) || char.IsControl(character)))
            {
                throw new ArgumentException(RedshiftStrings.InvalidIamRole, nameof(arn));
            }
        }

        return new RoleAuthorization(string.Join(',', arns), isDefault: false);
    }

    /// <summary>An access key, permanent or temporary.</summary>
    /// <param name="accessKeyId">The key's identifier.</param>
    /// <param name="secretAccessKey">The key's secret.</param>
    /// <param name="sessionToken">The token that belongs to a temporary key; null for a permanent one.</param>
    /// <returns>The authorization.</returns>
    /// <exception cref="ArgumentException">A value is empty.</exception>
    /// <remarks>
    ///     The server gets the key as part of the statement's text. The provider hides it in logs and exceptions; a command interceptor, and
    ///     the driver's own logging and tracing where the application turned it on, see the statement.
    /// </remarks>
    public static RedshiftAuthorization AccessKey(string accessKeyId, string secretAccessKey, string? sessionToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secretAccessKey);
        if (sessionToken is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(sessionToken);
        }

        return new AccessKeyAuthorization(accessKeyId, secretAccessKey, sessionToken);
    }

    /// <summary>Shows nothing of the value.</summary>
    /// <returns>The type's name.</returns>
    public sealed override string ToString()
        => nameof(RedshiftAuthorization);

    internal abstract void AppendTo(BulkCommandText command);

    [DebuggerDisplay("RedshiftAuthorization")]
    private sealed class RoleAuthorization(string arns, bool isDefault) : RedshiftAuthorization
    {
        internal override bool HoldsSecrets
            => false;

        internal override void AppendTo(BulkCommandText command)
        {
            command.Append("\nIAM_ROLE ");
            if (isDefault)
            {
                command.Append(arns);
            }
            else
            {
                command.AppendLiteral(arns);
            }
        }
    }

    [DebuggerDisplay("RedshiftAuthorization")]
    private sealed class AccessKeyAuthorization(string accessKeyId, string secretAccessKey, string? sessionToken) : RedshiftAuthorization
    {
        internal override bool HoldsSecrets
            => true;

        internal override void AppendTo(BulkCommandText command)
        {
            command.Append("\nACCESS_KEY_ID ").AppendSecret(accessKeyId);
            command.Append(" SECRET_ACCESS_KEY ").AppendSecret(secretAccessKey);
            if (sessionToken is not null)
            {
                command.Append(" SESSION_TOKEN ").AppendSecret(sessionToken);
            }
        }
    }
}
