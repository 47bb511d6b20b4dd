-- What the session's last COPY and UNLOAD did; the emulator sets redshift.* when it has executed one.
-- https://docs.aws.amazon.com/redshift/latest/dg/PG_LAST_COPY_COUNT.html and its siblings
CREATE FUNCTION pg_redshift._setting(name text, otherwise text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(pg_catalog.current_setting('redshift.' || name, true), ''), otherwise);
CREATE FUNCTION pg_redshift.pg_last_copy_count() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN pg_redshift._setting('last_copy_count', '0')::bigint;
CREATE FUNCTION pg_redshift.pg_last_copy_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN pg_redshift._setting('last_copy_id', '-1')::bigint;
CREATE FUNCTION pg_redshift.pg_last_unload_count() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN pg_redshift._setting('last_unload_count', '0')::bigint;
CREATE FUNCTION pg_redshift.pg_last_unload_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN pg_redshift._setting('last_unload_id', '-1')::bigint;
CREATE FUNCTION pg_redshift.pg_last_query_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN pg_redshift._setting('last_query_id', '-1')::bigint;

CREATE FUNCTION pg_redshift.current_user_id() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT usesysid::bigint::integer FROM pg_catalog.pg_user WHERE usename = current_user);

-- Parameters that PostgreSQL lacks, with their defaults. https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_ConfigurationRef.html
CREATE FUNCTION pg_redshift._show(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE
        WHEN lower(pg_redshift._setting(name, '')) IN ('true', 'on', 'yes', '1') AND name NOT IN ('query_group', 'wlm_query_slot_count') THEN 'on'
        WHEN lower(pg_redshift._setting(name, '')) IN ('false', 'off', 'no', '0') AND name NOT IN ('query_group') THEN 'off'
        ELSE pg_redshift._setting(name, CASE name
            WHEN 'query_group' THEN 'default'
            WHEN 'analyze_threshold_percent' THEN '10'
            WHEN 'cast_super_null_on_error' THEN 'on'
            WHEN 'default_geometry_encoding' THEN '1'
            WHEN 'enable_numeric_rounding' THEN 'on'
            WHEN 'enable_result_cache_for_session' THEN 'on'
            WHEN 'navigate_super_null_on_error' THEN 'on'
            WHEN 'max_concurrency_scaling_clusters' THEN '1'
            WHEN 'mv_enable_aqmv_for_session' THEN 'on'
            WHEN 'spectrum_query_maxerror' THEN '-1'
            WHEN 'stored_proc_log_min_messages' THEN 'LOG'
            WHEN 'wlm_query_slot_count' THEN '1'
            WHEN 'max_cursor_result_set_size' THEN '0'
            ELSE 'off'
        END)
    END;
