-- What COPY and UNLOAD have done. The emulator writes the tables over a connection of its own, so that rows survive a rollback.
-- The STL tables are those of provisioned clusters; the SYS views show the same on provisioned and serverless ones.

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOAD_ERRORS.html
CREATE TABLE pg_catalog.stl_load_errors (
    userid integer NOT NULL,
    slice integer NOT NULL,
    tbl integer NOT NULL,
    starttime timestamp NOT NULL,
    session integer NOT NULL,
    query integer NOT NULL,
    filename character(256) NOT NULL,
    line_number bigint NOT NULL,
    colname character(127) NOT NULL,
    type character(10) NOT NULL,
    col_length character(10) NOT NULL,
    position integer NOT NULL,
    raw_line character(1024) NOT NULL,
    raw_field_value character(1024) NOT NULL,
    err_code integer NOT NULL,
    err_reason character(100) NOT NULL,
    is_partial integer NOT NULL DEFAULT 0,
    start_offset bigint NOT NULL DEFAULT 0,
    copy_job_id bigint NOT NULL DEFAULT 0);

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOADERROR_DETAIL.html
CREATE TABLE pg_catalog.stl_loaderror_detail (
    userid integer NOT NULL,
    slice integer NOT NULL,
    session integer NOT NULL,
    query integer NOT NULL,
    filename character(256) NOT NULL,
    line_number bigint NOT NULL,
    field integer NOT NULL,
    colname character(1024) NOT NULL,
    value character(1024) NOT NULL,
    is_null integer NOT NULL,
    type character(10) NOT NULL,
    col_length character(10) NOT NULL);

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOAD_COMMITS.html
CREATE TABLE pg_catalog.stl_load_commits (
    userid integer NOT NULL,
    query integer NOT NULL,
    slice integer NOT NULL,
    name character(256) NOT NULL,
    filename character(256) NOT NULL,
    byte_offset integer NOT NULL,
    lines_scanned bigint NOT NULL,
    errors integer NOT NULL,
    curtime timestamp NOT NULL,
    status integer NOT NULL,
    file_format character(16) NOT NULL,
    is_partial integer NOT NULL DEFAULT 0,
    start_offset bigint NOT NULL DEFAULT 0,
    copy_job_id bigint NOT NULL DEFAULT 0);

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STL_REPLACEMENTS.html
CREATE TABLE pg_catalog.stl_replacements (
    userid integer NOT NULL,
    query integer NOT NULL,
    slice integer NOT NULL,
    tbl integer NOT NULL,
    starttime timestamp NOT NULL,
    session integer NOT NULL,
    filename character(256) NOT NULL,
    line_number bigint NOT NULL,
    colname character(127) NOT NULL,
    raw_line character(1024) NOT NULL);

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STL_UNLOAD_LOG.html
CREATE TABLE pg_catalog.stl_unload_log (
    userid integer NOT NULL,
    query integer NOT NULL,
    slice integer NOT NULL,
    pid integer NOT NULL,
    path character(1280) NOT NULL,
    start_time timestamp NOT NULL,
    end_time timestamp NOT NULL,
    line_count bigint NOT NULL,
    transfer_size bigint NOT NULL,
    file_format character(10) NOT NULL);

-- https://docs.aws.amazon.com/redshift/latest/dg/SYS_LOAD_HISTORY.html
CREATE TABLE pg_catalog.sys_load_history (
    user_id integer NOT NULL,
    query_id bigint NOT NULL,
    transaction_id bigint NOT NULL,
    session_id integer NOT NULL,
    database_name text NOT NULL,
    status text NOT NULL,
    table_name text NOT NULL,
    start_time timestamp NOT NULL,
    end_time timestamp NOT NULL,
    duration bigint NOT NULL,
    data_source text NOT NULL,
    file_format text NOT NULL,
    loaded_rows bigint NOT NULL,
    loaded_bytes bigint NOT NULL,
    source_file_count integer NOT NULL,
    source_file_bytes bigint NOT NULL,
    file_count_scanned integer NOT NULL,
    file_bytes_scanned bigint NOT NULL,
    error_count bigint NOT NULL,
    copy_job_id bigint NOT NULL DEFAULT 0);

-- https://docs.aws.amazon.com/redshift/latest/dg/SYS_UNLOAD_HISTORY.html
CREATE TABLE pg_catalog.sys_unload_history (
    user_id integer NOT NULL,
    query_id bigint NOT NULL,
    transaction_id bigint NOT NULL,
    session_id integer NOT NULL,
    database_name text NOT NULL,
    status text NOT NULL,
    start_time timestamp NOT NULL,
    end_time timestamp NOT NULL,
    duration bigint NOT NULL,
    file_format text NOT NULL,
    compression_type text NOT NULL,
    unloaded_location text NOT NULL,
    unloaded_rows bigint NOT NULL,
    unloaded_files_count bigint NOT NULL,
    unloaded_files_size bigint NOT NULL,
    error_message text NOT NULL DEFAULT '');

-- https://docs.aws.amazon.com/redshift/latest/dg/SYS_LOAD_ERROR_DETAIL.html
CREATE VIEW pg_catalog.sys_load_error_detail AS
SELECT
    userid AS user_id,
    query::bigint AS query_id,
    0::bigint AS transaction_id,
    session AS session_id,
    current_database()::text AS database_name,
    tbl AS table_id,
    starttime AS start_time,
    rtrim(filename)::text AS file_name,
    line_number,
    rtrim(colname)::text AS column_name,
    rtrim(type)::text AS column_type,
    rtrim(col_length)::text AS column_length,
    position,
    err_code AS error_code,
    rtrim(err_reason)::text AS error_message
FROM pg_catalog.stl_load_errors;

-- https://docs.aws.amazon.com/redshift/latest/dg/SYS_LOAD_DETAIL.html
CREATE VIEW pg_catalog.sys_load_detail AS
SELECT
    userid AS user_id,
    query::bigint AS query_id,
    rtrim(filename)::text AS file_name,
    byte_offset::bigint AS bytes_scanned,
    lines_scanned,
    curtime AS record_time,
    1 AS splits_scanned,
    curtime AS start_time,
    curtime AS end_time
FROM pg_catalog.stl_load_commits;

-- https://docs.aws.amazon.com/redshift/latest/dg/SYS_UNLOAD_DETAIL.html
CREATE VIEW pg_catalog.sys_unload_detail AS
SELECT
    userid AS user_id,
    query::bigint AS query_id,
    0::bigint AS transaction_id,
    pid AS session_id,
    current_database()::text AS database_name,
    rtrim(path)::text AS file_name,
    start_time,
    end_time,
    line_count AS unloaded_rows,
    transfer_size,
    rtrim(file_format)::text AS file_format
FROM pg_catalog.stl_unload_log;

GRANT SELECT ON
    pg_catalog.stl_load_errors, pg_catalog.stl_loaderror_detail, pg_catalog.stl_load_commits, pg_catalog.stl_replacements,
    pg_catalog.stl_unload_log, pg_catalog.sys_load_history, pg_catalog.sys_unload_history, pg_catalog.sys_load_error_detail,
    pg_catalog.sys_load_detail, pg_catalog.sys_unload_detail
TO PUBLIC;
