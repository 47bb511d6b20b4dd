using System.Collections.Frozen;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Parameters that PostgreSQL lacks are kept as parameters of a class of their own, and shown from there.
///     https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_ConfigurationRef.html
/// </summary>
internal sealed class Settings : RewriteRule
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "activate_aqua",
        "analyze_threshold_percent",
        "cast_super_null_on_error",
        "default_geometry_encoding",
        "describe_field_name_in_uppercase",
        "downcase_delimited_identifier",
        "enable_case_sensitive_identifier",
        "enable_case_sensitive_super_attribute",
        "enable_numeric_rounding",
        "enable_result_cache_for_session",
        "enable_vacuum_boost",
        "error_on_nondeterministic_update",
        "json_serialization_enable",
        "json_serialization_parse_nested_strings",
        "max_concurrency_scaling_clusters",
        "max_cursor_result_set_size",
        "mv_enable_aqmv_for_session",
        "navigate_super_null_on_error",
        "parse_super_null_on_error",
        "pg_federation_repeatable_read",
        "query_group",
        "readonly",
        "spectrum_enable_pseudo_columns",
        "spectrum_query_maxerror",
        "stored_proc_log_min_messages",
        "use_fips_ssl",
        "wlm_query_slot_count");

    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            SetStatement set when Names.Contains(set.Name) => set with { Name = Parameter(set.Name) },
            ResetStatement { Name: { } name } reset when Names.Contains(name) => reset with { Name = Parameter(name) },
            ShowStatement { Name: { } name } when Names.Contains(name) => Show(name, context),
            _ => node
        };

    /// <summary>Whether PostgreSQL lacks the parameter.</summary>
    public static bool IsRedshiftOnly(string name) => Names.Contains(name);

    /// <summary>The name under which PostgreSQL keeps it.</summary>
    public static string Parameter(string name) => "redshift." + name;

    private static SelectQuery Show(string name, RewriteContext context)
    {
        context.CommandTag = "SHOW";
        return new SelectQuery([new SelectExpression(Emulated.Call("_show", new StringLiteral(name)), new Identifier(name))]);
    }
}
