-- The catalogue as tools read it. https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_system-tables.html

-- Users' tables and views with their columns; what the emulator itself keeps is left out.
CREATE VIEW pg_redshift._user_columns AS
SELECT c.oid AS relation, n.nspname AS schema_name, c.relname AS table_name, c.relkind, c.relowner, a.attname AS column_name, a.attnum,
    format_type(a.atttypid, a.atttypmod) AS data_type, a.attnotnull, a.atttypid, a.atttypmod,
    row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum)::integer AS ordinal_position,
    replace(pg_get_expr(d.adbin, d.adrelid), 'pg_redshift.identity(', '"identity"(') AS column_default,
    CASE
        WHEN c.relkind <> 'r' THEN NULL
        WHEN k.encoding IN ('raw', 'none') THEN 'none'
        WHEN k.encoding IS NOT NULL THEN k.encoding
        WHEN coalesce(k.sortkey, 0) <> 0 OR c.relpersistence = 't' OR a.atttypid IN (16, 700, 701, 2935, 3000, 3001) THEN 'none'
        WHEN a.atttypid IN (1042, 1043, 6551) THEN 'lzo'
        WHEN a.atttypid = 4000 THEN 'zstd'
        ELSE 'az64'
    END AS encoding,
    coalesce(k.distkey, false) AS distkey,
    coalesce(k.sortkey, 0) AS sortkey
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN pg_redshift.column_notes AS k ON k.relation = c.oid AND k.attnum = a.attnum
WHERE c.relkind IN ('r', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pg_redshift');
CREATE VIEW pg_redshift._user_tables AS
SELECT c.oid AS relation, n.nspname AS schema_name, c.relname AS table_name, c.relowner,
    CASE WHEN c.relkind = 'r' THEN 'TABLE' ELSE 'VIEW' END AS table_type, obj_description(c.oid, 'pg_class') AS remarks
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pg_redshift');

-- Tables of the schemas in the search path. https://docs.aws.amazon.com/redshift/latest/dg/r_PG_TABLE_DEF.html
CREATE VIEW pg_catalog.pg_table_def AS
SELECT schema_name AS schemaname, table_name AS tablename, column_name AS "column", data_type::character(128) AS type,
    encoding::character(32) AS encoding, distkey, sortkey, attnotnull AS "notnull"
FROM pg_redshift._user_columns
WHERE relkind = 'r' AND (schema_name = ANY (current_schemas(false)) OR relation IN (SELECT oid FROM pg_class WHERE relnamespace = pg_my_temp_schema()))
ORDER BY schema_name, table_name, attnum;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_COLUMNS.html
CREATE VIEW pg_catalog.svv_columns AS
SELECT current_database()::text AS table_catalog, schema_name::text AS table_schema, table_name::text AS table_name, column_name::text AS column_name,
    ordinal_position, column_default, CASE WHEN attnotnull THEN 'NO' ELSE 'YES' END AS is_nullable, format_type(atttypid, NULL) AS data_type,
    CASE WHEN atttypid IN (1042, 1043, 6551) AND atttypmod >= 4 THEN atttypmod - 4 END AS character_maximum_length,
    CASE atttypid WHEN 21 THEN 16 WHEN 23 THEN 32 WHEN 20 THEN 64 WHEN 700 THEN 24 WHEN 701 THEN 53
        WHEN 1700 THEN ((atttypmod - 4) >> 16) & 65535 END AS numeric_precision,
    CASE WHEN atttypid IN (20, 21, 23, 700, 701) THEN 2 WHEN atttypid = 1700 THEN 10 END AS numeric_precision_radix,
    CASE WHEN atttypid IN (20, 21, 23) THEN 0 WHEN atttypid = 1700 THEN (atttypmod - 4) & 65535 END AS numeric_scale,
    CASE WHEN atttypid IN (1083, 1114, 1184, 1266) THEN 6 END AS datetime_precision,
    NULL::text AS interval_type, NULL::text AS interval_precision, NULL::text AS character_set_catalog, NULL::text AS character_set_schema,
    NULL::text AS character_set_name, NULL::text AS collation_catalog, NULL::text AS collation_schema, NULL::text AS collation_name,
    NULL::text AS domain_name, col_description(relation, attnum) AS remarks
FROM pg_redshift._user_columns;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_TABLES.html
CREATE VIEW pg_catalog.svv_tables AS
SELECT current_database()::text AS table_catalog, schema_name::text AS table_schema, table_name::text AS table_name,
    CASE WHEN table_type = 'TABLE' THEN 'BASE TABLE' ELSE 'VIEW' END AS table_type, remarks
FROM pg_redshift._user_tables;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_REDSHIFT_COLUMNS.html and its siblings
CREATE VIEW pg_catalog.svv_redshift_columns AS
SELECT current_database()::varchar(128) AS database_name, schema_name::varchar(128) AS schema_name, table_name::varchar(128) AS table_name,
    column_name::varchar(128) AS column_name, ordinal_position, data_type::varchar(128) AS data_type, column_default::varchar(4000) AS column_default,
    CASE WHEN attnotnull THEN 'NO' ELSE 'YES' END::varchar(3) AS is_nullable, encoding::varchar(128) AS encoding, distkey, sortkey,
    NULL::varchar(128) AS column_acl, col_description(relation, attnum)::varchar(256) AS remarks
FROM pg_redshift._user_columns;
CREATE VIEW pg_catalog.svv_redshift_tables AS
SELECT current_database()::varchar(128) AS database_name, schema_name::varchar(128) AS schema_name, table_name::varchar(128) AS table_name,
    table_type::varchar(128) AS table_type, NULL::varchar(128) AS table_acl, remarks::varchar(128) AS remarks,
    pg_get_userbyid(relowner)::varchar(128) AS table_owner
FROM pg_redshift._user_tables;
CREATE VIEW pg_catalog.svv_redshift_schemas AS
SELECT current_database()::varchar(128) AS database_name, nspname::varchar(128) AS schema_name, nspowner::integer AS schema_owner,
    'local'::varchar(128) AS schema_type, NULL::varchar(128) AS schema_acl, NULL::varchar(128) AS schema_option
FROM pg_catalog.pg_namespace
WHERE nspname <> 'pg_redshift' AND nspname NOT LIKE 'pg!_t%' ESCAPE '!';
CREATE VIEW pg_catalog.svv_redshift_databases AS
SELECT datname::varchar(128) AS database_name, datdba::integer AS database_owner, 'local'::varchar(32) AS database_type,
    NULL::varchar(128) AS database_acl, NULL::varchar(128) AS database_options,
    CASE WHEN pg_catalog.current_setting('default_transaction_isolation') = 'serializable' THEN 'Serializable' ELSE 'Snapshot Isolation' END::varchar(128)
        AS database_isolation_level
FROM pg_catalog.pg_database
WHERE NOT datistemplate;
CREATE VIEW pg_catalog.svv_all_columns AS
SELECT database_name, schema_name, table_name, column_name, ordinal_position, column_default, is_nullable, data_type,
    CASE WHEN data_type LIKE 'character%(%' THEN pg_catalog.split_part(pg_catalog.split_part(data_type, '(', 2), ')', 1)::integer END AS character_maximum_length,
    CASE WHEN data_type LIKE 'numeric(%' THEN pg_catalog.split_part(pg_catalog.split_part(data_type, '(', 2), ',', 1)::integer END AS numeric_precision,
    CASE WHEN data_type LIKE 'numeric(%' THEN pg_catalog.split_part(pg_catalog.split_part(data_type, ',', 2), ')', 1)::integer END AS numeric_scale,
    remarks
FROM pg_catalog.svv_redshift_columns;
CREATE VIEW pg_catalog.svv_all_tables AS
SELECT database_name, schema_name, table_name, table_acl, table_type, remarks FROM pg_catalog.svv_redshift_tables;
CREATE VIEW pg_catalog.svv_all_schemas AS
SELECT database_name, schema_name, schema_owner, schema_type, schema_acl, NULL::varchar(128) AS source_database, schema_option
FROM pg_catalog.svv_redshift_schemas;

-- Empty tables are not shown. https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_TABLE_INFO.html
CREATE FUNCTION pg_redshift._row_count(relation oid) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    result bigint;
BEGIN
    EXECUTE format('SELECT count(*) FROM %s', relation::regclass) INTO result;
    RETURN result;
END
$$;
CREATE VIEW pg_catalog.svv_table_info AS
SELECT current_database()::text AS database, t.schema_name::text AS schema, t.relation AS table_id, t.table_name::text AS "table",
    CASE WHEN EXISTS (SELECT FROM pg_redshift._user_columns AS c WHERE c.relation = t.relation AND c.encoding <> 'none') THEN 'Y' ELSE 'N' END AS encoded,
    CASE coalesce(n.diststyle, 'AUTO')
        WHEN 'AUTO' THEN 'AUTO(ALL)'
        WHEN 'KEY' THEN 'KEY(' || (SELECT c.column_name FROM pg_redshift._user_columns AS c WHERE c.relation = t.relation AND c.distkey) || ')'
        ELSE n.diststyle
    END AS diststyle,
    coalesce((SELECT c.column_name FROM pg_redshift._user_columns AS c WHERE c.relation = t.relation AND c.sortkey = 1)::text, 'AUTO(SORTKEY)') AS sortkey1,
    (SELECT max(c.atttypmod - 4) FROM pg_redshift._user_columns AS c WHERE c.relation = t.relation AND c.atttypid = 1043)::integer AS max_varchar,
    (SELECT c.encoding FROM pg_redshift._user_columns AS c WHERE c.relation = t.relation AND c.sortkey = 1)::character(32) AS sortkey1_enc,
    (SELECT count(*) FROM pg_redshift._user_columns AS c WHERE c.relation = t.relation AND c.sortkey <> 0)::integer AS sortkey_num,
    (pg_catalog.pg_total_relation_size(t.relation) / 1048576)::bigint AS size, 0::numeric(10, 4) AS pct_used, 0::bigint AS empty, 0::numeric(5, 2) AS unsorted,
    0::numeric(5, 2) AS stats_off, r.tbl_rows::numeric(38, 0) AS tbl_rows, NULL::numeric(19, 2) AS skew_sortkey1, NULL::numeric(19, 2) AS skew_rows,
    r.tbl_rows::numeric(38, 0) AS estimated_visible_rows, NULL::text AS risk_event, NULL::numeric(12, 2) AS vacuum_sort_benefit, NULL::timestamp AS create_time
FROM pg_redshift._user_tables AS t
CROSS JOIN LATERAL (SELECT pg_redshift._row_count(t.relation) AS tbl_rows) AS r
LEFT JOIN pg_redshift.table_notes AS n ON n.relation = t.relation
WHERE t.table_type = 'TABLE' AND r.tbl_rows > 0;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STV_DB_ISOLATION_LEVEL.html
CREATE VIEW pg_catalog.stv_db_isolation_level AS
SELECT database_name::character(128) AS db_name, database_isolation_level::character(20) AS isolation_level FROM pg_catalog.svv_redshift_databases;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STV_SESSIONS.html
CREATE VIEW pg_catalog.stv_sessions AS
SELECT backend_start::timestamp AS starttime, pid AS process, usename::character(50) AS user_name, datname::character(50) AS db_name, 0 AS timeout_sec
FROM pg_catalog.pg_stat_activity
WHERE backend_type = 'client backend';

GRANT SELECT ON ALL TABLES IN SCHEMA pg_redshift TO PUBLIC;
GRANT SELECT ON pg_catalog.pg_table_def, pg_catalog.svv_columns, pg_catalog.svv_tables, pg_catalog.svv_redshift_columns, pg_catalog.svv_redshift_tables,
    pg_catalog.svv_redshift_schemas, pg_catalog.svv_redshift_databases, pg_catalog.svv_all_columns, pg_catalog.svv_all_tables, pg_catalog.svv_all_schemas,
    pg_catalog.svv_table_info, pg_catalog.stv_db_isolation_level, pg_catalog.stv_sessions TO PUBLIC;

-- The statement that would make a table again. https://docs.aws.amazon.com/redshift/latest/dg/r_SHOW_TABLE.html
CREATE FUNCTION pg_redshift._column_names(relation oid, columns smallint[]) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY c.place)
    FROM unnest(columns) WITH ORDINALITY AS c (attnum, place)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = relation AND a.attnum = c.attnum
$$;
CREATE FUNCTION pg_redshift._show_table(note jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
    shown regclass := pg_redshift._relation(note -> 'table');
    elements text;
    attributes text;
BEGIN
    SELECT string_agg(element, E',\n' ORDER BY kind, place) INTO elements
    FROM (
        SELECT 1 AS kind, c.ordinal_position::text AS place,
            '    ' || quote_ident(c.column_name) || ' ' || c.data_type
                || CASE WHEN c.attnotnull THEN ' NOT NULL' ELSE '' END
                || CASE
                    WHEN k.seed IS NOT NULL THEN
                        CASE WHEN k.identity_always THEN ' identity(' ELSE ' GENERATED BY DEFAULT AS identity(' END || k.seed || ',' || k.step || ')'
                    WHEN c.column_default IS NOT NULL THEN ' DEFAULT ' || c.column_default
                    ELSE ''
                END
                || ' ENCODE ' || CASE c.encoding WHEN 'none' THEN 'raw' ELSE c.encoding END
                || CASE WHEN c.distkey THEN ' distkey' ELSE '' END AS element
        FROM pg_redshift._user_columns AS c
        LEFT JOIN pg_redshift.column_notes AS k ON k.relation = c.relation AND k.attnum = c.attnum
        WHERE c.relation = shown
        UNION ALL
        SELECT 2, n.name,
            '    ' || CASE n.kind WHEN 'p' THEN 'PRIMARY KEY (' WHEN 'u' THEN 'UNIQUE (' ELSE 'FOREIGN KEY (' END
                || pg_redshift._column_names(shown, n.columns) || ')'
                || coalesce(' REFERENCES ' || n.referenced::regclass::text || ' (' || pg_redshift._column_names(n.referenced, n.referenced_columns) || ')', '')
        FROM pg_redshift.constraint_notes AS n
        WHERE n.relation = shown
    ) AS e;
    SELECT E'\nDISTSTYLE ' || coalesce((SELECT diststyle FROM pg_redshift.table_notes WHERE relation = shown), 'AUTO')
        || coalesce(
            (SELECT CASE WHEN bool_or(c.sortkey < 0) THEN E'\nINTERLEAVED SORTKEY (' ELSE E'\nSORTKEY (' END
                || string_agg(quote_ident(c.column_name), ', ' ORDER BY abs(c.sortkey)) || ')'
            FROM pg_redshift._user_columns AS c WHERE c.relation = shown AND c.sortkey <> 0), '')
    INTO attributes;
    RETURN (
        SELECT 'CREATE TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || E' (\n' || elements || E'\n)' || attributes || ';'
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.oid = shown);
END
$$;
CREATE FUNCTION pg_redshift._show_view(note jsonb) RETURNS text LANGUAGE sql STABLE
    RETURN 'CREATE OR REPLACE VIEW ' || pg_redshift._relation(note -> 'table')::text || ' AS ' || pg_catalog.pg_get_viewdef(pg_redshift._relation(note -> 'table'));
