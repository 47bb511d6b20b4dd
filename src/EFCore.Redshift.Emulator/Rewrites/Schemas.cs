using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Quotas of schemas, and collations and isolation levels of databases, mean nothing to PostgreSQL.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_SCHEMA.html https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_DATABASE.html
/// </summary>
internal sealed class Schemas : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        switch (node)
        {
            case CreateSchemaStatement schema:
                return schema with { Quota = null };
            case AlterSchemaStatement { NewName: null, Owner: null }:
                context.CommandTag = "ALTER SCHEMA";
                return Emulated.Nothing;
            case CreateDatabaseStatement database:
                return database with { Options = Known(database.Options) };
            case AlterDatabaseStatement database when Known(database.Options) is [] && database.Options is not []:
                context.CommandTag = "ALTER DATABASE";
                return Emulated.Nothing;
            default:
                return node;
        }
    }

    private static List<DatabaseOption> Known(IReadOnlyList<DatabaseOption> options)
        =>
        [
            .. from option in options
               where option.Name is not ("COLLATE" or "ISOLATION LEVEL")
               select option is { Name: "CONNECTION LIMIT", Value: "UNLIMITED" } ? option with { Value = "-1" } : option
        ];
}
