-- https://docs.aws.amazon.com/redshift/latest/dg/Math_functions.html
-- Rounding and cutting keep the argument's type, and double precision takes a number of digits too.
CREATE FUNCTION pg_redshift.round(value smallint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.round(value integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.round(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.round(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.round(value);
CREATE FUNCTION pg_redshift.round(value double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.round(value);
CREATE FUNCTION pg_redshift.round(value integer, digits integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.round(value::numeric, digits)::integer;
CREATE FUNCTION pg_redshift.round(value bigint, digits integer) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.round(value::numeric, digits)::bigint;
CREATE FUNCTION pg_redshift.round(value numeric, digits integer) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.round(value, digits);
CREATE FUNCTION pg_redshift.round(value double precision, digits integer) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.round(value::numeric, digits)::double precision;

CREATE FUNCTION pg_redshift.trunc(value smallint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.trunc(value integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.trunc(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.trunc(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.trunc(value);
CREATE FUNCTION pg_redshift.trunc(value double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.trunc(value);
CREATE FUNCTION pg_redshift.trunc(value integer, digits integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.trunc(value::numeric, digits)::integer;
CREATE FUNCTION pg_redshift.trunc(value bigint, digits integer) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.trunc(value::numeric, digits)::bigint;
CREATE FUNCTION pg_redshift.trunc(value numeric, digits integer) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.trunc(value, digits);
CREATE FUNCTION pg_redshift.trunc(value double precision, digits integer) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.trunc(value::numeric, digits)::double precision;

CREATE FUNCTION pg_redshift.ceil(value smallint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.ceil(value integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.ceil(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.ceil(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.ceil(value);
CREATE FUNCTION pg_redshift.ceil(value double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.ceil(value);
CREATE FUNCTION pg_redshift.ceiling(value smallint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.ceiling(value integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.ceiling(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.ceiling(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.ceil(value);
CREATE FUNCTION pg_redshift.ceiling(value double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.ceil(value);
CREATE FUNCTION pg_redshift.floor(value smallint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.floor(value integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.floor(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN value;
CREATE FUNCTION pg_redshift.floor(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.floor(value);
CREATE FUNCTION pg_redshift.floor(value double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.floor(value);
CREATE FUNCTION pg_redshift.sign(value smallint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.sign(value::double precision)::smallint;
CREATE FUNCTION pg_redshift.sign(value integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.sign(value::double precision)::integer;
CREATE FUNCTION pg_redshift.sign(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.sign(value::double precision)::bigint;
CREATE FUNCTION pg_redshift.sign(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.sign(value);
CREATE FUNCTION pg_redshift.sign(value double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.sign(value);

-- Double precision whatever the argument. https://docs.aws.amazon.com/redshift/latest/dg/r_POWER.html and its siblings
CREATE FUNCTION pg_redshift.power(base double precision, exponent double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.power(base, exponent);
CREATE FUNCTION pg_redshift.pow(base double precision, exponent double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.power(base, exponent);
CREATE FUNCTION pg_redshift.sqrt(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.sqrt(value);
CREATE FUNCTION pg_redshift.cbrt(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.cbrt(value);
CREATE FUNCTION pg_redshift.exp(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.exp(value);
CREATE FUNCTION pg_redshift.dexp(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.exp(value);
CREATE FUNCTION pg_redshift.ln(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.ln(value);
CREATE FUNCTION pg_redshift.dlog1(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.ln(value);
CREATE FUNCTION pg_redshift.log(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.log(value);
CREATE FUNCTION pg_redshift.dlog10(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.log(value);
