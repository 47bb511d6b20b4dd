-- Date and time functions. The rewrites hand over the canonical name of a date part as a string ('month' for mon, mons, …).
-- https://docs.aws.amazon.com/redshift/latest/dg/Date_functions_header.html

-- Fixed per statement, whole seconds, in the session's time zone. https://docs.aws.amazon.com/redshift/latest/dg/r_GETDATE.html
CREATE FUNCTION pg_redshift.getdate() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
    RETURN date_trunc('second', statement_timestamp()::timestamp);

-- Fixed per transaction. https://docs.aws.amazon.com/redshift/latest/dg/r_SYSDATE.html
CREATE FUNCTION pg_redshift.sysdate() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
    RETURN transaction_timestamp()::timestamp;

CREATE FUNCTION pg_redshift._bad_part(function text, part text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('invalid date part "%s" for %s', part, function);
END
$$;

-- A number of a part as an interval; the calendar parts are months, so that the end of a month is kept within the month.
CREATE FUNCTION pg_redshift._interval(part text, amount bigint) RETURNS interval LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'microsecond' THEN amount * interval '1 microsecond'
        WHEN 'millisecond' THEN amount * interval '1 millisecond'
        WHEN 'second' THEN amount * interval '1 second'
        WHEN 'epoch' THEN amount * interval '1 second'
        WHEN 'minute' THEN amount * interval '1 minute'
        WHEN 'hour' THEN amount * interval '1 hour'
        WHEN 'day' THEN make_interval(days => amount::integer)
        WHEN 'dayofweek' THEN make_interval(days => amount::integer)
        WHEN 'dayofyear' THEN make_interval(days => amount::integer)
        WHEN 'week' THEN make_interval(weeks => amount::integer)
        WHEN 'month' THEN make_interval(months => amount::integer)
        WHEN 'quarter' THEN make_interval(months => amount::integer * 3)
        WHEN 'year' THEN make_interval(years => amount::integer)
        WHEN 'decade' THEN make_interval(years => amount::integer * 10)
        WHEN 'century' THEN make_interval(years => amount::integer * 100)
        WHEN 'millennium' THEN make_interval(years => amount::integer * 1000)
        ELSE pg_redshift._bad_part('DATEADD', part)::interval
    END;

-- February 29 and a number of years: March 1 in a year without it; the same in months: February 28.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_DATEADD_function.html
CREATE FUNCTION pg_redshift.dateadd(part text, amount bigint, value timestamp) RETURNS timestamp
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN part IN ('year', 'decade', 'century', 'millennium')
            AND extract(day FROM value) > extract(day FROM value + pg_redshift._interval(part, amount))
        THEN value + pg_redshift._interval(part, amount) + interval '1 day'
        ELSE value + pg_redshift._interval(part, amount)
    END;
CREATE FUNCTION pg_redshift.dateadd(part text, amount bigint, value date) RETURNS timestamp
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.dateadd(part, amount, value::timestamp);
CREATE FUNCTION pg_redshift.dateadd(part text, amount bigint, value timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN part IN ('year', 'decade', 'century', 'millennium')
            AND extract(day FROM value) > extract(day FROM value + pg_redshift._interval(part, amount))
        THEN value + pg_redshift._interval(part, amount) + interval '1 day'
        ELSE value + pg_redshift._interval(part, amount)
    END;
CREATE FUNCTION pg_redshift.dateadd(part text, amount bigint, value time) RETURNS time
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value + pg_redshift._interval(part, amount);
CREATE FUNCTION pg_redshift.dateadd(part text, amount bigint, value timetz) RETURNS timetz
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value + pg_redshift._interval(part, amount);

-- How many units lie between a fixed point and the beginning of the value's unit: the difference of two such is the count of boundaries.
CREATE FUNCTION pg_redshift._boundaries(part text, value timestamp) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'microsecond' THEN (extract(epoch FROM value) * 1000000)::bigint
        WHEN 'millisecond' THEN floor(extract(epoch FROM value) * 1000)::bigint
        WHEN 'second' THEN floor(extract(epoch FROM value))::bigint
        WHEN 'epoch' THEN floor(extract(epoch FROM value))::bigint
        WHEN 'minute' THEN floor(extract(epoch FROM value) / 60)::bigint
        WHEN 'hour' THEN floor(extract(epoch FROM value) / 3600)::bigint
        WHEN 'day' THEN (value::date - date '2000-01-01')::bigint
        WHEN 'dayofweek' THEN (value::date - date '2000-01-01')::bigint
        WHEN 'dayofyear' THEN (value::date - date '2000-01-01')::bigint
        WHEN 'week' THEN floor((value::date - date '2000-01-02') / 7.0)::bigint
        WHEN 'month' THEN (extract(year FROM value) * 12 + extract(month FROM value))::bigint
        WHEN 'quarter' THEN (extract(year FROM value) * 4 + extract(quarter FROM value))::bigint
        WHEN 'year' THEN extract(year FROM value)::bigint
        WHEN 'decade' THEN floor(extract(year FROM value) / 10)::bigint
        WHEN 'century' THEN extract(century FROM value)::bigint
        WHEN 'millennium' THEN extract(millennium FROM value)::bigint
        ELSE pg_redshift._bad_part('DATEDIFF', part)::bigint
    END;

-- Counts the boundaries that are crossed. https://docs.aws.amazon.com/redshift/latest/dg/r_DATEDIFF_function.html
CREATE FUNCTION pg_redshift.datediff(part text, start timestamp, finish timestamp) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._boundaries(part, finish) - pg_redshift._boundaries(part, start);
CREATE FUNCTION pg_redshift.datediff(part text, start date, finish date) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._boundaries(part, finish::timestamp) - pg_redshift._boundaries(part, start::timestamp);
CREATE FUNCTION pg_redshift.datediff(part text, start timestamptz, finish timestamptz) RETURNS bigint
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._boundaries(part, finish AT TIME ZONE 'UTC') - pg_redshift._boundaries(part, start AT TIME ZONE 'UTC');
CREATE FUNCTION pg_redshift.datediff(part text, start time, finish time) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._boundaries(part, date '2000-01-01' + finish) - pg_redshift._boundaries(part, date '2000-01-01' + start);
CREATE FUNCTION pg_redshift.datediff(part text, start timetz, finish timetz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._boundaries(part, (date '2000-01-01' + finish) AT TIME ZONE 'UTC')
        - pg_redshift._boundaries(part, (date '2000-01-01' + start) AT TIME ZONE 'UTC');

-- DATE_PART gives double precision: seconds with their fraction, milliseconds and microseconds below the second.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_DATE_PART_function.html
CREATE FUNCTION pg_redshift.date_part(part text, value timestamp) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'millisecond' THEN trunc(mod(extract(millisecond FROM value), 1000))::double precision
        WHEN 'microsecond' THEN mod(extract(microsecond FROM value), 1000000)::double precision
        WHEN 'dayofweek' THEN pg_catalog.date_part('dow', value)
        WHEN 'dayofyear' THEN pg_catalog.date_part('doy', value)
        WHEN 'decade' THEN pg_catalog.date_part('decade', value) + 1
        ELSE pg_catalog.date_part(part, value)
    END;
CREATE FUNCTION pg_redshift.date_part(part text, value date) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.date_part(part, value::timestamp);
CREATE FUNCTION pg_redshift.date_part(part text, value timestamptz) RETURNS double precision
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'epoch' THEN pg_catalog.date_part('epoch', value)
        WHEN 'timezone' THEN pg_catalog.date_part('timezone', value)
        WHEN 'timezone_hour' THEN pg_catalog.date_part('timezone_hour', value)
        WHEN 'timezone_minute' THEN pg_catalog.date_part('timezone_minute', value)
        ELSE pg_redshift.date_part(part, value::timestamp)
    END;
CREATE FUNCTION pg_redshift.date_part(part text, value time) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'millisecond' THEN trunc(mod(extract(millisecond FROM value), 1000))::double precision
        WHEN 'microsecond' THEN mod(extract(microsecond FROM value), 1000000)::double precision
        ELSE pg_catalog.date_part(part, value)
    END;
CREATE FUNCTION pg_redshift.date_part(part text, value timetz) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'millisecond' THEN trunc(mod(extract(millisecond FROM value), 1000))::double precision
        WHEN 'microsecond' THEN mod(extract(microsecond FROM value), 1000000)::double precision
        ELSE pg_catalog.date_part(part, value)
    END;
CREATE FUNCTION pg_redshift.date_part(part text, value interval) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_part(part, value);

CREATE FUNCTION pg_redshift.pgdate_part(part text, value timestamp) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.date_part(part, value);

-- EXTRACT gives an integer, of TIMESTAMPTZ double precision. https://docs.aws.amazon.com/redshift/latest/dg/r_EXTRACT_function.html
CREATE FUNCTION pg_redshift.extract(part text, value timestamp) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(pg_redshift.date_part(part, value))::integer;
CREATE FUNCTION pg_redshift.extract(part text, value date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(pg_redshift.date_part(part, value::timestamp))::integer;
CREATE FUNCTION pg_redshift.extract(part text, value timestamptz) RETURNS double precision LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN CASE part
        WHEN 'second' THEN trunc(pg_redshift.date_part(part, value))
        ELSE pg_redshift.date_part(part, value)
    END;
CREATE FUNCTION pg_redshift.extract(part text, value time) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(pg_redshift.date_part(part, value))::integer;
CREATE FUNCTION pg_redshift.extract(part text, value timetz) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(pg_redshift.date_part(part, value))::integer;
CREATE FUNCTION pg_redshift.extract(part text, value interval) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_part(part, value);

CREATE FUNCTION pg_redshift.date_part_year(value date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_part('year', value)::integer;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_DATE_TRUNC.html
CREATE FUNCTION pg_redshift.date_trunc(part text, value timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_trunc(part, value);
CREATE FUNCTION pg_redshift.date_trunc(part text, value date) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_trunc(part, value::timestamp);
CREATE FUNCTION pg_redshift.date_trunc(part text, value timestamptz) RETURNS timestamptz LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_trunc(part, value);

-- -1, 0 or 1. https://docs.aws.amazon.com/redshift/latest/dg/r_DATE_CMP.html and its siblings
CREATE FUNCTION pg_redshift.date_cmp(a date, b date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_cmp(a, b);
CREATE FUNCTION pg_redshift.date_cmp_timestamp(a date, b timestamp) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_cmp_timestamp(a, b);
CREATE FUNCTION pg_redshift.date_cmp_timestamptz(a date, b timestamptz) RETURNS integer LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.date_cmp_timestamptz(a, b);
CREATE FUNCTION pg_redshift.timestamp_cmp_date(a timestamp, b date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.timestamp_cmp_date(a, b);
CREATE FUNCTION pg_redshift.interval_cmp(a interval, b interval) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.interval_cmp(a, b);

-- The last day of a month stays the last day. https://docs.aws.amazon.com/redshift/latest/dg/r_ADD_MONTHS.html
CREATE FUNCTION pg_redshift.add_months(value timestamp, months bigint) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN extract(month FROM value + interval '1 day') <> extract(month FROM value)
        THEN pg_catalog.date_trunc('month', value) + make_interval(months => months::integer + 1) - interval '1 day'
            + (value - pg_catalog.date_trunc('day', value))
        ELSE value + make_interval(months => months::integer)
    END;
CREATE FUNCTION pg_redshift.add_months(value date, months bigint) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.add_months(value::timestamp, months);
CREATE FUNCTION pg_redshift.add_months(value timestamptz, months bigint) RETURNS timestamptz LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.add_months(value::timestamp, months)::timestamptz;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_LAST_DAY.html
CREATE FUNCTION pg_redshift.last_day(value date) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (pg_catalog.date_trunc('month', value::timestamp) + interval '1 month' - interval '1 day')::date;
CREATE FUNCTION pg_redshift.last_day(value timestamp) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.last_day(value::date);
CREATE FUNCTION pg_redshift.last_day(value timestamptz) RETURNS date LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.last_day(value::date);

-- Whole months when both are the same day of the month, or both the last one; else a fraction of 31 days.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_MONTHS_BETWEEN_function.html
CREATE FUNCTION pg_redshift.months_between(a timestamp, b timestamp) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (extract(year FROM a) - extract(year FROM b)) * 12 + extract(month FROM a) - extract(month FROM b)
        + CASE
            WHEN extract(day FROM a) = extract(day FROM b)
                OR a::date = pg_redshift.last_day(a) AND b::date = pg_redshift.last_day(b) THEN 0
            ELSE (extract(day FROM a) - extract(day FROM b)) / 31.0
                + (extract(epoch FROM a - pg_catalog.date_trunc('day', a)) - extract(epoch FROM b - pg_catalog.date_trunc('day', b))) / 86400.0 / 31.0
        END;
CREATE FUNCTION pg_redshift.months_between(a date, b date) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.months_between(a::timestamp, b::timestamp);

-- The first such weekday after the date. https://docs.aws.amazon.com/redshift/latest/dg/r_NEXT_DAY.html
CREATE FUNCTION pg_redshift.next_day(value date, day text) RETURNS date LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    wanted integer := CASE
        WHEN lower(day) IN ('su', 'sun', 'sunday') THEN 0
        WHEN lower(day) IN ('m', 'mo', 'mon', 'monday') THEN 1
        WHEN lower(day) IN ('tu', 'tues', 'tue', 'tuesday') THEN 2
        WHEN lower(day) IN ('w', 'we', 'wed', 'wednesday') THEN 3
        WHEN lower(day) IN ('th', 'thu', 'thurs', 'thursday') THEN 4
        WHEN lower(day) IN ('f', 'fr', 'fri', 'friday') THEN 5
        WHEN lower(day) IN ('sa', 'sat', 'saturday') THEN 6
    END;
BEGIN
    IF wanted IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = 'Not a valid day of the week';
    END IF;
    RETURN value + 1 + (wanted - extract(dow FROM value + 1)::integer + 7) % 7;
END
$$;
CREATE FUNCTION pg_redshift.next_day(value timestamp, day text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.next_day(value::date, day);

-- https://docs.aws.amazon.com/redshift/latest/dg/CONVERT_TIMEZONE.html
CREATE FUNCTION pg_redshift.convert_timezone(source text, target text, value timestamp) RETURNS timestamp
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN value AT TIME ZONE source AT TIME ZONE target;
CREATE FUNCTION pg_redshift.convert_timezone(target text, value timestamp) RETURNS timestamp
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN value AT TIME ZONE 'UTC' AT TIME ZONE target;
CREATE FUNCTION pg_redshift.convert_timezone(target text, value timestamptz) RETURNS timestamp
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN value AT TIME ZONE target;
CREATE FUNCTION pg_redshift.convert_timezone(source text, target text, value timestamptz) RETURNS timestamp
LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN value::timestamp AT TIME ZONE source AT TIME ZONE target;

-- By default a day or month that overflows is carried on; strict refuses. https://docs.aws.amazon.com/redshift/latest/dg/r_TO_DATE_function.html
CREATE FUNCTION pg_redshift._to_date_lenient(value text, format text) RETURNS date LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
    day integer;
BEGIN
    RETURN pg_catalog.to_date(value, format);
EXCEPTION WHEN datetime_field_overflow THEN
    -- PostgreSQL checks days against the month: take the first of the month and count on from there.
    IF position('DD' IN upper(format)) = 0 THEN
        RAISE;
    END IF;
    day := substring(value FROM position('DD' IN upper(format)) FOR 2)::integer;
    RETURN pg_catalog.to_date(overlay(value PLACING '01' FROM position('DD' IN upper(format)) FOR 2), format) + day - 1;
END
$$;
CREATE FUNCTION pg_redshift.to_date(value text, format text) RETURNS date LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._to_date_lenient(value, format);
CREATE FUNCTION pg_redshift.to_date(value text, format text, strict boolean) RETURNS date LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN strict THEN pg_catalog.to_date(value, format) ELSE pg_redshift._to_date_lenient(value, format) END;
CREATE FUNCTION pg_redshift.to_timestamp(value text, format text) RETURNS timestamptz LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.to_timestamp(value, format);
CREATE FUNCTION pg_redshift.to_timestamp(value text, format text, strict boolean) RETURNS timestamptz LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.to_timestamp(value, format);

-- TRUNC of a timestamp is its date. https://docs.aws.amazon.com/redshift/latest/dg/r_TRUNC_date.html
CREATE FUNCTION pg_redshift.trunc(value timestamp) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value::date;
CREATE FUNCTION pg_redshift.trunc(value date) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value;
