using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>What does not run in a transaction block does not run in a text of several statements either.</summary>
internal sealed class TransactionBlockRule : RefusalRule<Statement>
{
    public override string Page
        => "r_SVL_MULTI_STATEMENT_VIOLATIONS";

    protected override void Check(Statement node, RefusalContext context)
    {
        if (!context.Settings.InTransactionBlock && !context.IsOneOfSeveral)
        {
            return;
        }

        var command = node switch
        {
            CreateDatabaseStatement => "CREATE DATABASE",
            DropStatement { Kind: ObjectKind.Database } => "DROP DATABASE",
            AlterDatabaseStatement { Options: var options } when options.Any(option => option.Name is "ISOLATION LEVEL" or "COLLATE") => "ALTER DATABASE",
            VacuumStatement => "VACUUM",
            CreateExternalTableStatement => "CREATE EXTERNAL TABLE",
            DropStatement { Kind: ObjectKind.ExternalTable } => "DROP EXTERNAL TABLE",
            DropStatement { Kind: ObjectKind.Library } => "DROP LIBRARY",
            AlterTableStatement { Actions: var actions } when actions.Any(action => action is AppendFromAction) => "ALTER TABLE APPEND",
            AlterTableStatement { Actions: var actions } when actions.Any(action => action is AlterColumnTypeAction) => "ALTER TABLE ALTER COLUMN",
            _ => null
        };

        if (command is not null)
        {
            throw new RedshiftErrorException(
                "25001", context.Settings.InTransactionBlock
                    ? $"{command} cannot run inside a transaction block"
                    : $"{command} cannot run inside a multiple commands statement");
        }
    }
}
