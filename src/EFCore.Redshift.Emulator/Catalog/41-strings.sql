-- String functions that PostgreSQL lacks or answers differently.
-- https://docs.aws.amazon.com/redshift/latest/dg/String_functions_header.html
CREATE FUNCTION pg_redshift.len(value text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.char_length(value);

-- Upper and lower case of all letters, while the database's own order is that of the bytes. https://docs.aws.amazon.com/redshift/latest/dg/r_LOWER.html
DO $script$
DECLARE
    definition text;
BEGIN
    -- Letter for letter, as C.UTF-8 does; where a system lacks that locale, the next best.
    FOREACH definition IN ARRAY ARRAY[
        'provider = libc, locale = ''C.UTF-8''', 'provider = libc, locale = ''en_US.UTF-8''', 'provider = icu, locale = ''und''', 'locale = ''C''']
    LOOP
        BEGIN
            EXECUTE 'CREATE COLLATION pg_redshift.letters (' || definition || ')';
            EXIT;
        EXCEPTION WHEN OTHERS THEN
            NULL;
        END;
    END LOOP;
END
$script$;
CREATE FUNCTION pg_redshift.lower(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.lower(value COLLATE pg_redshift.letters);
CREATE FUNCTION pg_redshift.upper(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.upper(value COLLATE pg_redshift.letters);
CREATE FUNCTION pg_redshift.initcap(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.initcap(value COLLATE pg_redshift.letters);

-- https://docs.aws.amazon.com/redshift/latest/dg/r_CHARINDEX.html
CREATE FUNCTION pg_redshift.charindex(part text, value text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.strpos(value, part);

-- Exactly two arguments, and NULL if either is. https://docs.aws.amazon.com/redshift/latest/dg/r_CONCAT.html
CREATE FUNCTION pg_redshift.concat(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN a || b;

CREATE FUNCTION pg_redshift.replicate(value text, times integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.repeat(value, times);

-- ASCII only, NULL otherwise. https://docs.aws.amazon.com/redshift/latest/dg/r_CHR.html
CREATE FUNCTION pg_redshift.chr(code integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN code BETWEEN 1 AND 127 THEN pg_catalog.chr(code) END;

-- https://docs.aws.amazon.com/redshift/latest/dg/SPLIT_PART.html
CREATE FUNCTION pg_redshift.split_part(value text, delimiter text, part bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF part < 1 THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = 'field position must be greater than zero';
    END IF;
    RETURN pg_catalog.split_part(value, delimiter, part::integer);
END
$$;

-- Doubles quotes and backslashes. https://docs.aws.amazon.com/redshift/latest/dg/r_QUOTE_LITERAL.html
CREATE FUNCTION pg_redshift.quote_literal(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN '''' || pg_catalog.replace(pg_catalog.replace(value, '''', ''''''), pg_catalog.chr(92), pg_catalog.repeat(pg_catalog.chr(92), 2)) || '''';

-- https://docs.aws.amazon.com/redshift/latest/dg/r_STRTOL.html
CREATE FUNCTION pg_redshift.strtol(value text, base integer) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    digits text := lower(btrim(value));
    negative boolean := digits LIKE '-%';
    result numeric := 0;
    digit integer;
BEGIN
    IF base NOT BETWEEN 2 AND 36 THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('Invalid base %s: must be between 2 and 36', base);
    END IF;
    digits := ltrim(digits, '+-');
    IF base = 16 AND digits LIKE '0x%' THEN
        digits := substring(digits FROM 3);
    END IF;
    FOR i IN 1 .. char_length(digits) LOOP
        digit := strpos('0123456789abcdefghijklmnopqrstuvwxyz', substring(digits FROM i FOR 1)) - 1;
        IF digit < 0 OR digit >= base THEN
            RAISE EXCEPTION USING ERRCODE = '22P02',
                MESSAGE = format('The input %s is not valid to be converted to base %s', value, base);
        END IF;
        result := result * base + digit;
    END LOOP;
    RETURN CASE WHEN negative THEN -result ELSE result END;
END
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_TEXT_TO_INT_ALT.html: blanks are NULL-like zeros, fractions are cut.
CREATE FUNCTION pg_redshift.text_to_int_alt(value text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN btrim(value) = '' THEN 0 ELSE trunc(btrim(value)::numeric)::integer END;
CREATE FUNCTION pg_redshift.text_to_numeric_alt(value text) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN btrim(value) = '' THEN 0 ELSE btrim(value)::numeric END;

-- https://docs.aws.amazon.com/redshift/latest/dg/SOUNDEX.html: NULL for what is not all letters of ASCII.
CREATE FUNCTION pg_redshift.soundex(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    letters text := upper(value);
    codes text := translate(upper(value), 'AEIOUYHWBFPVCGJKQSXZDTLMNR', '00000099111122222222334556');
    result text;
    last text;
    code text;
BEGIN
    IF letters = '' THEN
        RETURN '';
    END IF;
    IF letters !~ '^[A-Z]+$' THEN
        RETURN NULL;
    END IF;
    result := left(letters, 1);
    last := left(codes, 1);
    FOR i IN 2 .. char_length(codes) LOOP
        code := substring(codes FROM i FOR 1);
        -- H and W (9) do not part two equal codes; a vowel (0) does.
        IF code <> '9' THEN
            IF code <> '0' AND code <> last THEN
                result := result || code;
            END IF;
            last := code;
        END IF;
        EXIT WHEN char_length(result) = 4;
    END LOOP;
    RETURN rpad(result, 4, '0');
END
$$;
CREATE FUNCTION pg_redshift.difference(a text, b text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT count(*)::integer
        FROM generate_series(1, 4) AS i
        WHERE substring(pg_redshift.soundex(a) FROM i FOR 1) = substring(pg_redshift.soundex(b) FROM i FOR 1));

-- Regular expressions. Flags: c case-sensitive, i not, e the first group, p PCRE; PostgreSQL's own syntax serves both dialects.
-- https://docs.aws.amazon.com/redshift/latest/dg/REGEXP_COUNT.html
CREATE FUNCTION pg_redshift._regexp_flags(flags text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF flags !~ '^[ciep]*$' THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('invalid regular expression option: "%s"', flags),
            HINT = 'The options are c, e, i and p.';
    END IF;
    RETURN translate(flags, 'ep', '');
END
$$;
CREATE FUNCTION pg_redshift.regexp_count(source text, pattern text, start integer DEFAULT 1, flags text DEFAULT 'c') RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.regexp_count(source, pattern, greatest(start, 1), pg_redshift._regexp_flags(flags));
CREATE FUNCTION pg_redshift.regexp_instr(
    source text, pattern text, start integer DEFAULT 1, occurrence integer DEFAULT 1, option integer DEFAULT 0, flags text DEFAULT 'c')
RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN occurrence < 1 OR occurrence > char_length(source) THEN 0
        ELSE pg_catalog.regexp_instr(source, pattern, greatest(start, 1), occurrence, option, pg_redshift._regexp_flags(flags),
            CASE WHEN flags LIKE '%e%' THEN 1 ELSE 0 END)
    END;
CREATE FUNCTION pg_redshift.regexp_substr(
    source text, pattern text, start integer DEFAULT 1, occurrence integer DEFAULT 1, flags text DEFAULT 'c')
RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN occurrence < 1 OR occurrence > char_length(source) THEN NULL
        ELSE coalesce(pg_catalog.regexp_substr(source, pattern, greatest(start, 1), occurrence, pg_redshift._regexp_flags(flags),
            CASE WHEN flags LIKE '%e%' THEN 1 ELSE 0 END), '')
    END;

-- Every occurrence is replaced; a group is $1. https://docs.aws.amazon.com/redshift/latest/dg/REGEXP_REPLACE.html
CREATE FUNCTION pg_redshift.regexp_replace(
    source text, pattern text, replacement text DEFAULT '', start integer DEFAULT 1, flags text DEFAULT 'c')
RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.regexp_replace(
        source, pattern,
        pg_catalog.regexp_replace(
            pg_catalog.replace(replacement, chr(92), repeat(chr(92), 2)), '[$]([0-9])', repeat(chr(92), 3) || '1', 'g'),
        greatest(start, 1), 0, pg_redshift._regexp_flags(flags));

-- Bytes from 1. https://docs.aws.amazon.com/redshift/latest/dg/OCTETINDEX.html
CREATE FUNCTION pg_redshift.octetindex(part text, value text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN strpos(value, part) = 0 THEN 0 ELSE octet_length("left"(value, strpos(value, part) - 1)) + 1 END;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_COLLATE.html
CREATE FUNCTION pg_redshift.db_collation() RETURNS varchar LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 'case_sensitive'::varchar;
CREATE COLLATION pg_redshift.case_sensitive (locale = 'C');
DO $script$
BEGIN
    CREATE COLLATION pg_redshift.case_insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
EXCEPTION WHEN feature_not_supported THEN
    NULL; -- a PostgreSQL without ICU has no such order, and says so when it is asked for
END
$script$;
