-- Everything that Redshift has and PostgreSQL lacks. Run once, in the template database, as its superuser,
-- with allow_system_table_mods on: some of PostgreSQL's own catalogue rows are changed.
SET allow_system_table_mods = on;
SET standard_conforming_strings = off;
SET client_min_messages = warning;
SET check_function_bodies = off;

CREATE SCHEMA pg_redshift;
GRANT USAGE ON SCHEMA pg_redshift TO PUBLIC;

-- The answer to a refused statement: raised in the backend, so that the state of the transaction is PostgreSQL's own.
CREATE FUNCTION pg_redshift.raise(sqlstate text, message text, detail text, hint text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF detail IS NULL AND hint IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = sqlstate, MESSAGE = message;
    ELSIF hint IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = sqlstate, MESSAGE = message, DETAIL = detail;
    ELSIF detail IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = sqlstate, MESSAGE = message, HINT = hint;
    ELSE
        RAISE EXCEPTION USING ERRCODE = sqlstate, MESSAGE = message, DETAIL = detail, HINT = hint;
    END IF;
END
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_VERSION.html
CREATE OR REPLACE FUNCTION pg_catalog.version() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN 'PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2 20041017 (Red Hat 3.4.2-6.fc3), Redshift 1.0.77467';
