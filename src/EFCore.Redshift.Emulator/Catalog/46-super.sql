-- SUPER: compact JSON inside. https://docs.aws.amazon.com/redshift/latest/dg/super-overview.html

-- Casts that reinterpret serve the next two functions, which are bound to them; the casts for clients come later.
CREATE CAST (super AS text) WITHOUT FUNCTION;
CREATE CAST (text AS super) WITHOUT FUNCTION;
CREATE FUNCTION pg_redshift._super_text(value super) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value::text;
CREATE FUNCTION pg_redshift._super(json text) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json::super;
DROP CAST (super AS text);
DROP CAST (text AS super);
CREATE FUNCTION pg_redshift._super_json(value super) RETURNS json LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._super_text(value)::json;

-- Without blanks between the tokens, members in their order.
CREATE FUNCTION pg_redshift._compact(value json) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    -- PostgreSQL's function writes compact JSON, but leaves out the members that are null.
    IF strpos(value::text, 'null') = 0 THEN
        RETURN json_strip_nulls(value)::text;
    END IF;
    RETURN CASE json_typeof(value)
        WHEN 'object' THEN (
            SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || pg_redshift._compact(member), ',' ORDER BY i), '') || '}'
            FROM json_each(value) WITH ORDINALITY AS m (key, member, i))
        WHEN 'array' THEN (
            SELECT '[' || coalesce(string_agg(pg_redshift._compact(element), ',' ORDER BY i), '') || ']'
            FROM json_array_elements(value) WITH ORDINALITY AS e (element, i))
        WHEN 'string' THEN to_json(value #>> '{}')::text
        ELSE btrim(value::text, E' \t\r\n')
    END;
END
$$;
CREATE FUNCTION pg_redshift._is_json(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    PERFORM value::json;
    RETURN true;
EXCEPTION WHEN invalid_text_representation OR untranslatable_character OR character_not_in_repertoire THEN
    RETURN false;
END
$$;
CREATE FUNCTION pg_redshift._json_error(value text) RETURNS json LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'XX000', MESSAGE = 'JSON parsing error', DETAIL = format('Invalid JSON: %s', left(value, 200));
END
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/JSON_PARSE.html
CREATE FUNCTION pg_redshift.json_parse(json text) RETURNS super LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN pg_redshift._super(pg_redshift._compact(json::json));
EXCEPTION WHEN invalid_text_representation OR untranslatable_character OR character_not_in_repertoire THEN
    IF pg_redshift._show('parse_super_null_on_error') = 'on' THEN
        RETURN NULL;
    END IF;
    PERFORM pg_redshift._json_error(json);
    RETURN NULL;
END
$$;
CREATE FUNCTION pg_redshift.json_parse(json varbyte) RETURNS super LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.json_parse(pg_redshift._varbyte_to_text(json));
CREATE FUNCTION pg_redshift.can_json_parse(json text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._is_json(json);
CREATE FUNCTION pg_redshift.json_serialize(value super) RETURNS varchar LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF octet_length(pg_redshift._super_text(value)) > 65535 THEN
        RAISE EXCEPTION USING ERRCODE = 'XX000', MESSAGE = 'JSON_SERIALIZE result is longer than 65535 bytes', HINT = 'Use JSON_SERIALIZE_TO_VARBYTE.';
    END IF;
    RETURN pg_redshift._super_text(value);
END
$$;
CREATE FUNCTION pg_redshift.json_serialize_to_varbyte(value super) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._text_to_varbyte(pg_redshift._super_text(value));
CREATE FUNCTION pg_redshift.json_size(value super) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN octet_length(pg_redshift._super_text(value));
CREATE FUNCTION pg_redshift.json_typeof(value super) RETURNS varchar LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value));

-- https://docs.aws.amazon.com/redshift/latest/dg/c_Type_Info_Functions.html
CREATE FUNCTION pg_redshift._number(value super) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE json_typeof(pg_redshift._super_json(value)) WHEN 'number' THEN pg_redshift._super_text(value)::numeric END;
CREATE FUNCTION pg_redshift._is_integer(value super, low numeric, high numeric) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN coalesce(pg_redshift._super_text(value) ~ '^-?[0-9]+$' AND pg_redshift._number(value) BETWEEN low AND high, false);
CREATE FUNCTION pg_redshift.is_array(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'array';
CREATE FUNCTION pg_redshift.is_object(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'object';
CREATE FUNCTION pg_redshift.is_scalar(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) NOT IN ('array', 'object');
CREATE FUNCTION pg_redshift.is_varchar(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'string';
CREATE FUNCTION pg_redshift.is_char(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'string'
        AND octet_length(pg_redshift._super_text(value)) = char_length(pg_redshift._super_text(value));
CREATE FUNCTION pg_redshift.is_boolean(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'boolean';
CREATE FUNCTION pg_redshift.is_smallint(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._is_integer(value, -32768, 32767);
CREATE FUNCTION pg_redshift.is_integer(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._is_integer(value, -2147483648, 2147483647);
CREATE FUNCTION pg_redshift.is_bigint(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._is_integer(value, -9223372036854775808, 9223372036854775807);
CREATE FUNCTION pg_redshift.is_decimal(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'number' AND pg_redshift._super_text(value) !~ '[eE]';
CREATE FUNCTION pg_redshift.is_float(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_typeof(pg_redshift._super_json(value)) = 'number';

-- Navigation is lax: what is not there is NULL. https://docs.aws.amazon.com/redshift/latest/dg/query-super.html
CREATE FUNCTION pg_redshift._get(value super, attribute text) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._super((pg_redshift._super_json(value) -> attribute)::text);
CREATE FUNCTION pg_redshift._get(value super, index integer) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN index >= 0 THEN pg_redshift._super((pg_redshift._super_json(value) -> index)::text) END;
CREATE FUNCTION pg_redshift._unnest(value super, OUT element super, OUT index bigint) RETURNS SETOF record
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    CASE json_typeof(pg_redshift._super_json(value))
        WHEN 'array' THEN
            RETURN QUERY SELECT pg_redshift._super(e::text), i - 1
            FROM json_array_elements(pg_redshift._super_json(value)) WITH ORDINALITY AS a (e, i);
        WHEN 'null' THEN
            RETURN;
        ELSE
            -- What is no array is iterated as an array of one.
            element := value;
            index := NULL;
            RETURN NEXT;
    END CASE;
END
$$;
CREATE FUNCTION pg_redshift._unpivot(value super, OUT element super, OUT attribute varchar) RETURNS SETOF record
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF json_typeof(pg_redshift._super_json(value)) = 'object' THEN
        RETURN QUERY SELECT pg_redshift._super(m::text), k::varchar
        FROM json_each(pg_redshift._super_json(value)) WITH ORDINALITY AS o (k, m, i)
        ORDER BY i;
    END IF;
END
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/SUPER_Functions.html
CREATE FUNCTION pg_redshift.get_array_length(value super) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE json_typeof(pg_redshift._super_json(value)) WHEN 'array' THEN json_array_length(pg_redshift._super_json(value)) END;
CREATE FUNCTION pg_redshift._is_array_pair(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.is_array(a) AND pg_redshift.is_array(b);
CREATE FUNCTION pg_redshift.array_concat(a super, b super) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._is_array_pair(a, b) THEN pg_redshift._super(
        rtrim(pg_redshift._super_text(a), ']')
            || repeat(']', char_length(pg_redshift._super_text(a)) - char_length(rtrim(pg_redshift._super_text(a), ']')) - 1)
            || CASE WHEN '[]' IN (pg_redshift._super_text(a), pg_redshift._super_text(b)) THEN '' ELSE ',' END
            || substring(pg_redshift._super_text(b) FROM 2)) END;
CREATE FUNCTION pg_redshift.subarray(value super, start integer, length integer DEFAULT 2147483647) RETURNS super
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift.is_array(value) THEN pg_redshift._super((
        SELECT '[' || coalesce(string_agg(element::text, ',' ORDER BY i), '') || ']'
        FROM json_array_elements(pg_redshift._super_json(value)) WITH ORDINALITY AS e (element, i)
        WHERE i > start AND i <= start::bigint + length)) END;
CREATE FUNCTION pg_redshift.array_flatten(value super) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift.is_array(value) THEN pg_redshift._super((
        SELECT '[' || coalesce(string_agg(
            CASE json_typeof(element)
                WHEN 'array' THEN nullif(substring(element::text FROM 2 FOR char_length(element::text) - 2), '')
                ELSE element::text
            END, ',' ORDER BY i), '') || ']'
        FROM json_array_elements(pg_redshift._super_json(value)) WITH ORDINALITY AS e (element, i))) END;
CREATE FUNCTION pg_redshift.split_to_array(value text, delimiter text DEFAULT ',') RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._super((
        SELECT '[' || string_agg(to_json(part)::text, ',' ORDER BY i) || ']'
        FROM unnest(string_to_array(value, delimiter)) WITH ORDINALITY AS p (part, i)));

-- A value as JSON text: what ARRAY, OBJECT and the casts to SUPER are made of.
CREATE FUNCTION pg_redshift._json(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(to_json(value)::text, 'null');
CREATE FUNCTION pg_redshift._json(value boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(to_json(value)::text, 'null');
CREATE FUNCTION pg_redshift._json(value numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(value::text, 'null');
CREATE FUNCTION pg_redshift._json(value bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(value::text, 'null');
CREATE FUNCTION pg_redshift._json(value integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(value::text, 'null');
CREATE FUNCTION pg_redshift._json(value double precision) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(to_json(value)::text, 'null');
CREATE FUNCTION pg_redshift._json(value super) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(pg_redshift._super_text(value), 'null');
CREATE FUNCTION pg_redshift._array(VARIADIC elements text[]) RETURNS super LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN pg_redshift._super('[' || array_to_string(elements, ',') || ']');
CREATE FUNCTION pg_redshift._array() RETURNS super LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN pg_redshift._super('[]');
CREATE FUNCTION pg_redshift._object() RETURNS super LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN pg_redshift._super('{}');
CREATE FUNCTION pg_redshift._object(VARIADIC members text[]) RETURNS super LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN pg_redshift._super((
        SELECT '{' || coalesce(string_agg(members[i * 2 - 1] || ':' || members[i * 2], ',' ORDER BY i), '') || '}'
        FROM generate_series(1, coalesce(cardinality(members), 0) / 2) AS i));

-- Casts from SUPER are lax too: what does not fit is NULL. Objects and arrays are no strings.
CREATE FUNCTION pg_redshift._super_to_text(value super) RETURNS varchar LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE json_typeof(pg_redshift._super_json(value))
        WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL
        ELSE pg_redshift._super_json(value) #>> '{}'
    END;
CREATE FUNCTION pg_redshift._super_to_numeric(value super) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    scalar text := pg_redshift._super_to_text(value);
BEGIN
    RETURN CASE WHEN scalar ~ '^ *[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)? *$' THEN scalar::numeric END;
END
$$;
CREATE FUNCTION pg_redshift._super_to_double(value super) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._super_to_numeric(value)::double precision;
CREATE FUNCTION pg_redshift._super_to_real(value super) RETURNS real LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._super_to_numeric(value)::real;
CREATE FUNCTION pg_redshift._super_to_bigint(value super) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._super_to_numeric(value) BETWEEN -9223372036854775808 AND 9223372036854775807
        THEN pg_redshift._super_to_numeric(value)::bigint END;
CREATE FUNCTION pg_redshift._super_to_integer(value super) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._super_to_numeric(value) BETWEEN -2147483648 AND 2147483647
        THEN pg_redshift._super_to_numeric(value)::integer END;
CREATE FUNCTION pg_redshift._super_to_smallint(value super) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._super_to_numeric(value) BETWEEN -32768 AND 32767
        THEN pg_redshift._super_to_numeric(value)::smallint END;
CREATE FUNCTION pg_redshift._super_to_boolean(value super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN lower(pg_redshift._super_to_text(value)) IN ('true', 'false', 't', 'f') THEN pg_redshift._super_to_text(value)::boolean END;
CREATE FUNCTION pg_redshift._super_to_timestamp(value super) RETURNS timestamp LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN pg_redshift._super_to_text(value)::timestamp;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;
CREATE FUNCTION pg_redshift._super_to_timestamptz(value super) RETURNS timestamptz LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN pg_redshift._super_to_text(value)::timestamptz;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;
CREATE FUNCTION pg_redshift._super_to_date(value super) RETURNS date LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._super_to_timestamp(value)::date;
CREATE FUNCTION pg_redshift._super_to_time(value super) RETURNS time LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN pg_redshift._super_to_text(value)::time;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;
CREATE CAST (super AS text) WITH FUNCTION pg_redshift._super_to_text(super) AS ASSIGNMENT;
CREATE CAST (super AS varchar) WITH FUNCTION pg_redshift._super_to_text(super) AS ASSIGNMENT;
CREATE CAST (super AS bpchar) WITH FUNCTION pg_redshift._super_to_text(super) AS ASSIGNMENT;
CREATE CAST (super AS numeric) WITH FUNCTION pg_redshift._super_to_numeric(super) AS ASSIGNMENT;
CREATE CAST (super AS double precision) WITH FUNCTION pg_redshift._super_to_double(super) AS ASSIGNMENT;
CREATE CAST (super AS real) WITH FUNCTION pg_redshift._super_to_real(super) AS ASSIGNMENT;
CREATE CAST (super AS bigint) WITH FUNCTION pg_redshift._super_to_bigint(super) AS ASSIGNMENT;
CREATE CAST (super AS integer) WITH FUNCTION pg_redshift._super_to_integer(super) AS ASSIGNMENT;
CREATE CAST (super AS smallint) WITH FUNCTION pg_redshift._super_to_smallint(super) AS ASSIGNMENT;
CREATE CAST (super AS boolean) WITH FUNCTION pg_redshift._super_to_boolean(super) AS ASSIGNMENT;
CREATE CAST (super AS timestamp) WITH FUNCTION pg_redshift._super_to_timestamp(super) AS ASSIGNMENT;
CREATE CAST (super AS timestamptz) WITH FUNCTION pg_redshift._super_to_timestamptz(super) AS ASSIGNMENT;
CREATE CAST (super AS date) WITH FUNCTION pg_redshift._super_to_date(super) AS ASSIGNMENT;
CREATE CAST (super AS time) WITH FUNCTION pg_redshift._super_to_time(super) AS ASSIGNMENT;

-- A string becomes a JSON string, never parsed.
CREATE FUNCTION pg_redshift._to_super(value text) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value));
CREATE FUNCTION pg_redshift._to_super(value boolean) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value));
CREATE FUNCTION pg_redshift._to_super(value numeric) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value));
CREATE FUNCTION pg_redshift._to_super(value bigint) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value));
CREATE FUNCTION pg_redshift._to_super(value integer) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value));
CREATE FUNCTION pg_redshift._to_super(value smallint) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value::integer));
CREATE FUNCTION pg_redshift._to_super(value double precision) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value));
CREATE FUNCTION pg_redshift._to_super(value real) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value::double precision));
CREATE CAST (text AS super) WITH FUNCTION pg_redshift._to_super(text) AS ASSIGNMENT;
CREATE CAST (varchar AS super) WITH FUNCTION pg_redshift._to_super(text) AS ASSIGNMENT;
CREATE FUNCTION pg_redshift._to_super(value bpchar) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift._super(pg_redshift._json(value::text));
CREATE CAST (bpchar AS super) WITH FUNCTION pg_redshift._to_super(bpchar) AS ASSIGNMENT;
CREATE CAST (boolean AS super) WITH FUNCTION pg_redshift._to_super(boolean) AS ASSIGNMENT;
CREATE CAST (numeric AS super) WITH FUNCTION pg_redshift._to_super(numeric) AS ASSIGNMENT;
CREATE CAST (bigint AS super) WITH FUNCTION pg_redshift._to_super(bigint) AS ASSIGNMENT;
CREATE CAST (integer AS super) WITH FUNCTION pg_redshift._to_super(integer) AS ASSIGNMENT;
CREATE CAST (smallint AS super) WITH FUNCTION pg_redshift._to_super(smallint) AS ASSIGNMENT;
CREATE CAST (double precision AS super) WITH FUNCTION pg_redshift._to_super(double precision) AS ASSIGNMENT;
CREATE CAST (real AS super) WITH FUNCTION pg_redshift._to_super(real) AS ASSIGNMENT;

-- Comparison of two values of SUPER: numbers by value, strings by their characters; of different types = is false and < is NULL.
CREATE FUNCTION pg_catalog.supercmp(a super, b super) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    type_a text := json_typeof(pg_redshift._super_json(a));
    type_b text := json_typeof(pg_redshift._super_json(b));
BEGIN
    IF type_a <> type_b THEN
        RETURN CASE WHEN type_a < type_b THEN -1 ELSE 1 END;
    ELSIF type_a = 'number' THEN
        RETURN numeric_cmp(pg_redshift._number(a), pg_redshift._number(b));
    ELSIF type_a = 'string' THEN
        RETURN bpcharcmp(pg_redshift._super_to_text(a)::bpchar, pg_redshift._super_to_text(b)::bpchar);
    END IF;
    RETURN bttextcmp(pg_redshift._super_text(a), pg_redshift._super_text(b));
END
$$;
CREATE FUNCTION pg_catalog.superhash(value super) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE json_typeof(pg_redshift._super_json(value))
        WHEN 'number' THEN hash_numeric(pg_redshift._number(value))
        WHEN 'string' THEN hashbpchar(pg_redshift._super_to_text(value)::bpchar)
        ELSE hashtext(pg_redshift._super_text(value))
    END;
END
$$;
CREATE FUNCTION pg_catalog.supereq(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.supercmp(a, b) = 0;
CREATE FUNCTION pg_catalog.superne(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.supercmp(a, b) <> 0;
CREATE FUNCTION pg_redshift._same_type(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN json_typeof(pg_redshift._super_json(a)) = json_typeof(pg_redshift._super_json(b)) THEN true END;
CREATE FUNCTION pg_catalog.superlt(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._same_type(a, b) THEN pg_catalog.supercmp(a, b) < 0 END;
CREATE FUNCTION pg_catalog.superle(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._same_type(a, b) THEN pg_catalog.supercmp(a, b) <= 0 END;
CREATE FUNCTION pg_catalog.supergt(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._same_type(a, b) THEN pg_catalog.supercmp(a, b) > 0 END;
CREATE FUNCTION pg_catalog.superge(a super, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._same_type(a, b) THEN pg_catalog.supercmp(a, b) >= 0 END;
CREATE OPERATOR pg_catalog.= (LEFTARG = super, RIGHTARG = super, FUNCTION = pg_catalog.supereq, COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR pg_catalog.<> (LEFTARG = super, RIGHTARG = super, FUNCTION = pg_catalog.superne, COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR pg_catalog.< (LEFTARG = super, RIGHTARG = super, FUNCTION = pg_catalog.superlt, COMMUTATOR = >);
CREATE OPERATOR pg_catalog.<= (LEFTARG = super, RIGHTARG = super, FUNCTION = pg_catalog.superle, COMMUTATOR = >=);
CREATE OPERATOR pg_catalog.> (LEFTARG = super, RIGHTARG = super, FUNCTION = pg_catalog.supergt, COMMUTATOR = <);
CREATE OPERATOR pg_catalog.>= (LEFTARG = super, RIGHTARG = super, FUNCTION = pg_catalog.superge, COMMUTATOR = <=);
CREATE OPERATOR CLASS pg_catalog.super_ops DEFAULT FOR TYPE super USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 pg_catalog.supercmp(super, super);
CREATE OPERATOR CLASS pg_catalog.super_ops DEFAULT FOR TYPE super USING hash AS
    OPERATOR 1 =, FUNCTION 1 pg_catalog.superhash(super);

-- Comparison and arithmetic with other types: the other value becomes SUPER for a comparison, and the SUPER value a number for a sum.
DO $script$
DECLARE
    other text;
    operator text;
BEGIN
    FOREACH other IN ARRAY ARRAY['text', 'boolean', 'smallint', 'integer', 'bigint', 'numeric', 'double precision'] LOOP
        FOREACH operator IN ARRAY ARRAY['=', '<>', '<', '<=', '>', '>='] LOOP
            EXECUTE format($f$CREATE FUNCTION pg_redshift.%I(a super, b %s) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                RETURN a %s pg_redshift._to_super(b)$f$, '_super' || operator, other, operator);
            EXECUTE format($f$CREATE FUNCTION pg_redshift.%I(a %s, b super) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                RETURN pg_redshift._to_super(a) %s b$f$, '_super' || operator, other, operator);
            EXECUTE format('CREATE OPERATOR pg_catalog.%s (LEFTARG = super, RIGHTARG = %s, FUNCTION = pg_redshift.%I)',
                operator, other, '_super' || operator);
            EXECUTE format('CREATE OPERATOR pg_catalog.%s (LEFTARG = %s, RIGHTARG = super, FUNCTION = pg_redshift.%I)',
                operator, other, '_super' || operator);
        END LOOP;
    END LOOP;
    FOREACH other IN ARRAY ARRAY['super', 'integer', 'bigint', 'numeric', 'double precision'] LOOP
        FOREACH operator IN ARRAY ARRAY['+', '-', '*', '/'] LOOP
            EXECUTE format($f$CREATE FUNCTION pg_redshift.%I(a super, b %s) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                RETURN pg_redshift._to_super(pg_redshift._super_to_numeric(a) %s b::numeric)$f$, '_super' || operator, other, operator);
            EXECUTE format('CREATE OPERATOR pg_catalog.%s (LEFTARG = super, RIGHTARG = %s, FUNCTION = pg_redshift.%I)',
                operator, other, '_super' || operator);
            CONTINUE WHEN other = 'super';
            EXECUTE format($f$CREATE FUNCTION pg_redshift.%I(a %s, b super) RETURNS super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                RETURN pg_redshift._to_super(a::numeric %s pg_redshift._super_to_numeric(b))$f$, '_super' || operator, other, operator);
            EXECUTE format('CREATE OPERATOR pg_catalog.%s (LEFTARG = %s, RIGHTARG = super, FUNCTION = pg_redshift.%I)',
                operator, other, '_super' || operator);
        END LOOP;
    END LOOP;
END
$script$;
CREATE AGGREGATE pg_redshift.sum(super) (SFUNC = pg_redshift."_super+", STYPE = super);
