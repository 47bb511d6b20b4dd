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
