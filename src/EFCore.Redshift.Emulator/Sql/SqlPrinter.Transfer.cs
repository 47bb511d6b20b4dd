using System.Globalization;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlPrinter
{
    private void PrintCopy(CopyStatement copy)
    {
        Append("COPY ");
        PrintName(copy.Table.Parts);
        PrintOptionalInParentheses(copy.Columns);
        Append(" FROM ");
        PrintStringLiteral(copy.Source);
        PrintTransferParameters(copy.Authorization, copy.Options);
    }

    private void PrintUnload(UnloadStatement unload)
    {
        Append("UNLOAD (");
        PrintText(unload.QueryText.Value);
        Append(") TO ");
        PrintStringLiteral(unload.Destination);
        PrintTransferParameters(unload.Authorization, unload.Options);
    }

    private void PrintClientCopy(ClientCopyStatement copy)
    {
        Append("COPY ");
        if (copy.Query is not null)
        {
            PrintQueryInParentheses(copy.Query);
        }
        else
        {
            PrintName(copy.Table!.Parts);
        }

        Append(copy.IsFrom ? " FROM STDIN" : " TO STDOUT");
    }

    private void PrintTransferParameters(TransferAuthorization? authorization, IReadOnlyList<TransferOption> options)
    {
        switch (authorization)
        {
            case IamRoleAuthorization { Roles: null }:
                Append(" IAM_ROLE DEFAULT");
                break;
            case IamRoleAuthorization { Roles: { } roles }:
                PrintTextOption("IAM_ROLE", roles);
                break;
            case CredentialsAuthorization credentials:
                PrintTextOption("CREDENTIALS", credentials.Value);
                break;
            case AccessKeyAuthorization keys:
                PrintTextOption("ACCESS_KEY_ID", keys.AccessKeyId);
                PrintTextOption("SECRET_ACCESS_KEY", keys.SecretAccessKey);
                PrintTextOption("SESSION_TOKEN", keys.SessionToken);
                break;
        }

        foreach (var option in options)
        {
            Append(" ");
            PrintTransferOption(option);
        }
    }

    private void PrintTextOption(string name, string? value)
    {
        if (value is not null)
        {
            Append(" ").Append(name).Append(" ");
            PrintText(value);
        }
    }

    private void PrintTransferOption(TransferOption option)
    {
        Append(
            option.Kind switch
            {
                TransferOptionKind.MasterSymmetricKey => "MASTER_SYMMETRIC_KEY",
                TransferOptionKind.KmsKeyId => "KMS_KEY_ID",
                TransferOptionKind.ExplicitIds => "EXPLICIT_IDS",
                TransferOptionKind.NullAs => "NULL AS",
                TransferOptionKind.PartitionBy => "PARTITION BY",
                TransferOptionKind.Csv or TransferOptionKind.Json or TransferOptionKind.Avro or TransferOptionKind.Parquet
                    or TransferOptionKind.Orc => $"FORMAT {option.Kind.ToString().ToUpperInvariant()}",
                _ => option.Kind.ToString().ToUpperInvariant()
            });
        PrintOptionalInParentheses(option.Columns);
        if (option.Text is not null)
        {
            Append(" ");
            PrintText(option.Text);
        }

        // The tolerance of a shapefile follows its word, the unit of a size its number.
        if (option.Kind == TransferOptionKind.Shapefile && option.Word is not null)
        {
            Append(" ").Append(option.Word);
        }

        if (option.Number is { } number)
        {
            Append(" ").Append(number.ToString(CultureInfo.InvariantCulture));
        }

        if (option.Kind != TransferOptionKind.Shapefile && option.Word is not null)
        {
            Append(" ").Append(option.Word);
        }
    }
}
