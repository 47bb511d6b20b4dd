-- Aggregates with Redshift's result types. https://docs.aws.amazon.com/redshift/latest/dg/c_Aggregate_Functions.html

-- SUM of integers is BIGINT. https://docs.aws.amazon.com/redshift/latest/dg/r_SUM.html
CREATE AGGREGATE pg_redshift.sum(smallint) (SFUNC = int2_sum, STYPE = bigint, COMBINEFUNC = int8pl, PARALLEL = SAFE);
CREATE AGGREGATE pg_redshift.sum(integer) (SFUNC = int4_sum, STYPE = bigint, COMBINEFUNC = int8pl, PARALLEL = SAFE);
CREATE AGGREGATE pg_redshift.sum(bigint) (SFUNC = int8pl, STYPE = bigint, COMBINEFUNC = int8pl, PARALLEL = SAFE);
CREATE AGGREGATE pg_redshift.sum(numeric) (
    SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_sum,
    MSFUNC = numeric_avg_accum, MINVFUNC = numeric_accum_inv, MSTYPE = internal, MFINALFUNC = numeric_sum);
CREATE AGGREGATE pg_redshift.sum(double precision) (SFUNC = float8pl, STYPE = double precision, COMBINEFUNC = float8pl, PARALLEL = SAFE);
CREATE AGGREGATE pg_redshift.sum(interval) (SFUNC = interval_pl, STYPE = interval);

-- AVG of integers is BIGINT, cut; of DECIMAL it keeps the scale. https://docs.aws.amazon.com/redshift/latest/dg/r_AVG.html
CREATE FUNCTION pg_redshift._avg_cut(state bigint[]) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN state[1] > 0 THEN state[2] / state[1] END;
CREATE FUNCTION pg_redshift._avg_bigint_step(state numeric[], value bigint) RETURNS numeric[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN ARRAY[state[1] + 1, state[2] + value];
END
$$;
CREATE FUNCTION pg_redshift._avg_bigint(state numeric[]) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN state[1] > 0 THEN trunc(state[2] / state[1])::bigint END;
CREATE FUNCTION pg_redshift._avg_numeric_step(state numeric[], value numeric) RETURNS numeric[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN ARRAY[state[1] + 1, state[2] + value];
END
$$;
CREATE FUNCTION pg_redshift._avg_numeric(state numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN state[1] > 0 THEN round(state[2] / state[1], scale(state[2])) END;
CREATE AGGREGATE pg_redshift.avg(smallint) (SFUNC = int2_avg_accum, STYPE = bigint[], FINALFUNC = pg_redshift._avg_cut, INITCOND = '{0,0}');
CREATE AGGREGATE pg_redshift.avg(integer) (SFUNC = int4_avg_accum, STYPE = bigint[], FINALFUNC = pg_redshift._avg_cut, INITCOND = '{0,0}');
CREATE AGGREGATE pg_redshift.avg(bigint) (
    SFUNC = pg_redshift._avg_bigint_step, STYPE = numeric[], FINALFUNC = pg_redshift._avg_bigint, INITCOND = '{0,0}');
CREATE AGGREGATE pg_redshift.avg(numeric) (
    SFUNC = pg_redshift._avg_numeric_step, STYPE = numeric[], FINALFUNC = pg_redshift._avg_numeric, INITCOND = '{0,0}');
CREATE AGGREGATE pg_redshift.avg(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_avg, INITCOND = '{0,0,0}', COMBINEFUNC = float8_combine, PARALLEL = SAFE);
CREATE AGGREGATE pg_redshift.avg(interval) (
    SFUNC = interval_accum, STYPE = interval[], FINALFUNC = interval_avg, INITCOND = '{0 second,0 second}');

-- Double precision whatever the argument. https://docs.aws.amazon.com/redshift/latest/dg/r_STDDEV_functions.html
CREATE AGGREGATE pg_redshift.stddev(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_stddev_samp, INITCOND = '{0,0,0}');
CREATE AGGREGATE pg_redshift.stddev_samp(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_stddev_samp, INITCOND = '{0,0,0}');
CREATE AGGREGATE pg_redshift.stddev_pop(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_stddev_pop, INITCOND = '{0,0,0}');
CREATE AGGREGATE pg_redshift.variance(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_var_samp, INITCOND = '{0,0,0}');
CREATE AGGREGATE pg_redshift.var_samp(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_var_samp, INITCOND = '{0,0,0}');
CREATE AGGREGATE pg_redshift.var_pop(double precision) (
    SFUNC = float8_accum, STYPE = double precision[], FINALFUNC = float8_var_pop, INITCOND = '{0,0,0}');

-- https://docs.aws.amazon.com/redshift/latest/dg/r_ANY_VALUE.html
CREATE FUNCTION pg_redshift._first(state anyelement, value anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT state';
CREATE AGGREGATE pg_redshift.any_value(anyelement) (SFUNC = pg_redshift._first, STYPE = anyelement);

-- A percentile of sorted values without NULLs; what calls it collects them, so that it serves groups and windows alike.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_PERCENTILE_CONT.html
CREATE FUNCTION pg_redshift._percentile_disc(fraction double precision, sorted anyarray) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT sorted[greatest(pg_catalog.ceil(fraction * array_length(sorted, 1)), 1)::integer]';
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted double precision[]) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sorted[1 + floor(fraction * (array_length(sorted, 1) - 1))::integer]
        + (sorted[1 + ceil(fraction * (array_length(sorted, 1) - 1))::integer]
                - sorted[1 + floor(fraction * (array_length(sorted, 1) - 1))::integer])
            * (fraction * (array_length(sorted, 1) - 1) - floor(fraction * (array_length(sorted, 1) - 1)));
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted numeric[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sorted[1 + floor(fraction * (array_length(sorted, 1) - 1))::integer]
        + (sorted[1 + ceil(fraction * (array_length(sorted, 1) - 1))::integer]
                - sorted[1 + floor(fraction * (array_length(sorted, 1) - 1))::integer])
            * (fraction::numeric * (array_length(sorted, 1) - 1) - floor(fraction::numeric * (array_length(sorted, 1) - 1)));
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted smallint[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._percentile_cont(fraction, sorted::numeric[]);
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted integer[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._percentile_cont(fraction, sorted::numeric[]);
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted bigint[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._percentile_cont(fraction, sorted::numeric[]);
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted real[]) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._percentile_cont(fraction, sorted::double precision[]);
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted timestamp[]) RETURNS timestamp
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sorted[1 + floor(fraction * (array_length(sorted, 1) - 1))::integer]
        + (sorted[1 + ceil(fraction * (array_length(sorted, 1) - 1))::integer]
                - sorted[1 + floor(fraction * (array_length(sorted, 1) - 1))::integer])
            * (fraction * (array_length(sorted, 1) - 1) - floor(fraction * (array_length(sorted, 1) - 1)));
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted timestamptz[]) RETURNS timestamptz
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._percentile_cont(fraction, sorted::timestamp[])::timestamptz;
CREATE FUNCTION pg_redshift._percentile_cont(fraction double precision, sorted date[]) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._percentile_cont(fraction, sorted::timestamp[])::date;

-- LISTAGG is at most 65535 bytes long. https://docs.aws.amazon.com/redshift/latest/dg/r_LISTAGG.html
CREATE FUNCTION pg_redshift._listagg(value text) RETURNS varchar LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF octet_length(value) > 65535 THEN
        RAISE EXCEPTION USING ERRCODE = 'XX000', MESSAGE = 'Result size exceeds LISTAGG limit', DETAIL = 'The limit is 65535 bytes.';
    END IF;
    RETURN value;
END
$$;

-- Strings are concatenated by + too. https://docs.aws.amazon.com/redshift/latest/dg/r_NVL2.html
CREATE OPERATOR pg_catalog.+ (LEFTARG = text, RIGHTARG = text, FUNCTION = textcat);

-- The n-th of the values that a window function has collected, from the front or from the back.
CREATE FUNCTION pg_redshift._nth(collected anyarray, place bigint) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT collected[place]';
CREATE FUNCTION pg_redshift._nth_last(collected anyarray, place bigint) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT collected[array_length(collected, 1) - place + 1]';
