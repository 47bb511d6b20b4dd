using System.Collections.Frozen;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     The functions of Redshift's documentation: a call of any other is refused, since PostgreSQL, which executes, has many that
///     Redshift lacks. https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions.html
/// </summary>
internal static class KnownFunctions
{
    // Number of arguments: only where PostgreSQL would take more or fewer than Redshift does.
    private static readonly FrozenDictionary<string, (int Min, int Max)> ArgumentCounts = new Dictionary<string, (int, int)>
    {
        ["concat"] = (2, 2), // https://docs.aws.amazon.com/redshift/latest/dg/r_CONCAT.html
        ["log"] = (1, 1), // https://docs.aws.amazon.com/redshift/latest/dg/r_LOG.html
        ["dlog10"] = (1, 1),
        ["ln"] = (1, 1),
        ["nvl2"] = (3, 3),
        ["replace"] = (3, 3),
        ["translate"] = (3, 3),
        ["split_part"] = (3, 3),
        ["random"] = (0, 0),
        ["getdate"] = (0, 0),
        ["dateadd"] = (3, 3),
        ["datediff"] = (3, 3),
        ["date_part"] = (2, 2),
        ["date_trunc"] = (2, 2),
        ["date_part_year"] = (1, 1),
        ["add_months"] = (2, 2),
        ["last_day"] = (1, 1),
        ["months_between"] = (2, 2),
        ["next_day"] = (2, 2),
        ["convert_timezone"] = (2, 3),
        ["len"] = (1, 1),
        ["length"] = (1, 1),
        ["char_length"] = (1, 1),
        ["character_length"] = (1, 1),
        ["textlen"] = (1, 1),
        ["octet_length"] = (1, 1),
        ["charindex"] = (2, 2),
        ["strpos"] = (2, 2),
        ["left"] = (2, 2),
        ["right"] = (2, 2),
        ["reverse"] = (1, 1),
        ["repeat"] = (2, 2),
        ["replicate"] = (2, 2),
        ["strtol"] = (2, 2),
        ["listagg"] = (1, 2),
        ["median"] = (1, 1),
        ["percentile_cont"] = (1, 1),
        ["percentile_disc"] = (1, 1),
        ["ratio_to_report"] = (1, 1),
        ["row_number"] = (0, 0),
        ["rank"] = (0, 0),
        ["dense_rank"] = (0, 0),
        ["percent_rank"] = (0, 0),
        ["cume_dist"] = (0, 0),
        ["ntile"] = (1, 1),
        ["nth_value"] = (2, 2),
        ["first_value"] = (1, 1),
        ["last_value"] = (1, 1),
        ["any_value"] = (1, 1),
        ["json_parse"] = (1, 1),
        ["json_serialize"] = (1, 1),
        ["get_array_length"] = (1, 1),
        ["subarray"] = (3, 3),
        ["sha2"] = (2, 2),
        ["to_hex"] = (1, 1),
        ["from_hex"] = (1, 1),
        ["to_varbyte"] = (2, 2),
        ["from_varbyte"] = (2, 2),
        ["regexp_count"] = (2, 4),
        ["regexp_instr"] = (2, 6),
        ["regexp_replace"] = (2, 5),
        ["regexp_substr"] = (2, 5)
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, KnownFunction> ByName = Build();

    /// <summary>All of them.</summary>
    public static IEnumerable<KnownFunction> All
        => ByName.Values;

    /// <summary>Finds a function by its folded name.</summary>
    public static KnownFunction? Find(string name)
        => ByName.GetValueOrDefault(name);

    private static FrozenDictionary<string, KnownFunction> Build()
    {
        var functions = new Dictionary<string, KnownFunction>(StringComparer.OrdinalIgnoreCase);

        // https://docs.aws.amazon.com/redshift/latest/dg/Math_functions.html
        Add("""
            abs acos asin atan atan2 cbrt ceil ceiling cos cot degrees dexp dlog1 dlog10 exp floor ln log mod pi pow power radians
            random round sign sin sqrt tan to_hex trunc
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/String_functions_header.html
        Add("""
            ascii bpcharcmp btrim bttext_pattern_cmp char_length character_length charindex chr collate concat crc32 difference initcap
            left len length lower lpad ltrim octet_length octetindex position quote_ident quote_literal regexp_count regexp_instr
            regexp_replace regexp_substr repeat replace replicate reverse right rpad rtrim soundex split_part strpos strtol substr
            substring textlen translate trim upper
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/Date_functions_header.html
        Add("""
            add_months convert_timezone current_date date_cmp date_cmp_timestamp date_cmp_timestamptz date_part date_part_year date_trunc
            dateadd datediff extract getdate interval_cmp last_day months_between next_day pgdate_part sysdate timeofday timestamp_cmp
            timestamp_cmp_date timestamp_cmp_timestamptz timestamptz_cmp timestamptz_cmp_date timestamptz_cmp_timestamp timezone
            to_timestamp
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/c_conditional_expressions.html
        Add("coalesce decode greatest least nullif nvl nvl2");

        // https://docs.aws.amazon.com/redshift/latest/dg/r_Data_type_formatting.html
        Add("text_to_int_alt text_to_numeric_alt to_char to_date to_number");

        // https://docs.aws.amazon.com/redshift/latest/dg/hash-functions.html
        Add("checksum farmfingerprint64 fnv_hash func_sha1 md5 murmur3_32_hash sha sha1 sha2");

        // https://docs.aws.amazon.com/redshift/latest/dg/json-functions.html
        Add("""
            can_json_parse is_valid_json is_valid_json_array json_array_length json_extract_array_element_text json_extract_path_text
            json_parse json_serialize json_serialize_to_varbyte
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/c_Array_Functions.html
        // https://docs.aws.amazon.com/redshift/latest/dg/Object_Functions.html
        // https://docs.aws.amazon.com/redshift/latest/dg/c_Type_Info_Functions.html
        Add("""
            array array_concat array_contains array_distinct array_except array_flatten array_intersection array_position array_positions
            array_sort array_union arrays_overlap get_array_length split_to_array subarray
            lower_attribute_names object object_transform upper_attribute_names
            decimal_precision decimal_scale is_array is_bigint is_boolean is_char is_decimal is_float is_integer is_object is_scalar
            is_smallint is_varchar json_size json_typeof size
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/varbyte-functions.html
        Add("from_hex from_varbyte getbit to_varbyte");

        // Function-style casts. https://docs.aws.amazon.com/redshift/latest/dg/r_CAST_function.html
        Add("""
            bool bpchar char date float4 float8 int2 int4 int8 numeric text time timestamp timestamptz timetz varchar
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/r_System_information_functions.html
        // https://docs.aws.amazon.com/redshift/latest/dg/r_System_administration_functions.html
        Add("""
            change_query_priority change_session_priority change_user_priority current_aws_account current_database current_namespace
            current_setting current_user current_user_id db_collation default_iam_role has_assumerole_privilege pg_backend_pid
            pg_cancel_backend pg_get_cols pg_get_grantee_by_iam_role pg_get_iam_role_by_user pg_get_late_binding_view_cols
            pg_last_copy_count pg_last_copy_id pg_last_query_id pg_last_unload_count pg_last_unload_id pg_terminate_backend
            reboot_cluster role_is_member_of session_user set_config slice_num user user_is_member_of
            """);

        // https://docs.aws.amazon.com/redshift/latest/dg/c_Aggregate_Functions.html
        // https://docs.aws.amazon.com/redshift/latest/dg/c_bitwise_aggregate_functions.html
        Add("""
            any_value avg bit_and bit_or bool_and bool_or count max min stddev stddev_pop stddev_samp sum var_pop var_samp variance
            """, FunctionKind.Aggregate);
        Add("listagg median percentile_cont percentile_disc", FunctionKind.Aggregate, FunctionNode.Compute);

        // https://docs.aws.amazon.com/redshift/latest/dg/r_GROUP_BY_aggregation-extensions.html
        Add("grouping grouping_id");

        // https://docs.aws.amazon.com/redshift/latest/dg/c_Window_functions.html
        Add("first_value last_value nth_value", FunctionKind.FramedWindow);
        Add("cume_dist dense_rank lag lead ntile percent_rank rank ratio_to_report row_number", FunctionKind.Window);

        // https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions_leader_node_only.html
        Add("""
            age current_schema current_schemas current_time current_timestamp get_byte has_database_privilege has_schema_privilege
            has_table_privilege isfinite localtime localtimestamp now set_bit set_byte to_ascii version
            """, node: FunctionNode.Leader);

        // Of PostgreSQL 8.0's catalogue: used by tools on the leader node, as some examples of the guide do.
        // https://docs.aws.amazon.com/redshift/latest/dg/c_join_PG.html
        Add("""
            array_lower array_to_string array_upper col_description format_type has_column_privilege has_function_privilege
            has_language_privilege obj_description pg_client_encoding pg_encoding_to_char pg_function_is_visible pg_get_constraintdef
            pg_get_expr pg_get_indexdef pg_get_ruledef pg_get_serial_sequence pg_get_userbyid pg_get_viewdef pg_opclass_is_visible
            pg_operator_is_visible pg_show_all_settings pg_table_is_visible pg_timezone_abbrevs pg_timezone_names pg_type_is_visible
            mask_get_policy_for_role_on_column mask_get_policy_for_user_on_column proc_is_rls_safe
            regclass textin textout
            """, node: FunctionNode.Leader);

        // https://docs.aws.amazon.com/redshift/latest/dg/hyperloglog-functions.html
        // https://docs.aws.amazon.com/redshift/latest/dg/ml-function.html
        Add("explain_model hll hll_cardinality hll_combine hll_combine_sketches hll_create_sketch", FunctionKind.NotEmulated);

        // https://docs.aws.amazon.com/redshift/latest/dg/geospatial-functions.html
        Add("""
            addbbox dropbbox geometrytype h3_boundary h3_center h3_fromlonglat h3_frompoint h3_isvalid h3_kring h3_polyfill h3_resolution
            h3_tochildren h3_toparent st_addpoint st_angle st_area st_asbinary st_asewkb st_asewkt st_asgeojson st_ashexewkb st_ashexwkb
            st_astext st_azimuth st_boundary st_buffer st_centroid st_collect st_contains st_containsproperly st_convexhull st_coveredby
            st_covers st_crosses st_dimension st_disjoint st_distance st_distancesphere st_dwithin st_endpoint st_envelope st_equals
            st_exteriorring st_force2d st_force3d st_force3dm st_force3dz st_force4d st_geogfromtext st_geogfromwkb st_geohash
            st_geometryn st_geometrytype st_geomfromewkb st_geomfromewkt st_geomfromgeohash st_geomfromgeojson st_geomfromgeosquare
            st_geomfromtext st_geomfromwkb st_geosquare st_interiorringn st_intersection st_intersects st_isclosed st_iscollection
            st_isempty st_ispolygonccw st_ispolygoncw st_isring st_issimple st_isvalid st_length st_length2d st_lengthsphere
            st_linefrommultipoint st_lineinterpolatepoint st_m st_makeenvelope st_makeline st_makepoint st_makepolygon st_memsize st_mmax
            st_mmin st_multi st_ndims st_npoints st_nrings st_numgeometries st_numinteriorrings st_numpoints st_perimeter st_perimeter2d
            st_point st_pointn st_points st_polygon st_removepoint st_reverse st_setpoint st_setsrid st_simplify st_srid st_startpoint
            st_touches st_transform st_union st_within st_x st_xmax st_xmin st_y st_ymax st_ymin st_z st_zmax st_zmin supportsbbox
            """, FunctionKind.NotEmulated);

        return functions.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string names, FunctionKind kind = FunctionKind.Scalar, FunctionNode node = FunctionNode.Any)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var (min, max) = ArgumentCounts.GetValueOrDefault(name, (0, int.MaxValue));
                functions.Add(name, new KnownFunction(name, kind, node) { MinArguments = min, MaxArguments = max });
            }
        }
    }
}
