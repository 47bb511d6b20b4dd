-- VARBYTE: lower-case hexadecimal digits inside, bytes to the outside.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_VARBYTE_type.html
-- Casts that reinterpret serve the next four functions, which are bound to them; the casts for clients come later.
CREATE CAST (varbyte AS text) WITHOUT FUNCTION;
CREATE CAST (text AS varbyte) WITHOUT FUNCTION;
CREATE FUNCTION pg_redshift._varbyte(bytes bytea) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN encode(bytes, 'hex')::varbyte;
CREATE FUNCTION pg_redshift._bytes(value varbyte) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN decode(value::text, 'hex');
CREATE FUNCTION pg_redshift._hex(value varbyte) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value::text;
CREATE FUNCTION pg_redshift._from_hex(digits text) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(digits)::varbyte;
DROP CAST (varbyte AS text);
DROP CAST (text AS varbyte);

-- Comparison byte by byte, which is that of the digits.
CREATE FUNCTION pg_catalog.varbyteeq(varbyte, varbyte) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'texteq';
CREATE FUNCTION pg_catalog.varbytene(varbyte, varbyte) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'textne';
CREATE FUNCTION pg_catalog.varbytelt(varbyte, varbyte) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'text_lt';
CREATE FUNCTION pg_catalog.varbytele(varbyte, varbyte) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'text_le';
CREATE FUNCTION pg_catalog.varbytegt(varbyte, varbyte) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'text_gt';
CREATE FUNCTION pg_catalog.varbytege(varbyte, varbyte) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'text_ge';
CREATE FUNCTION pg_catalog.varbytecmp(varbyte, varbyte) RETURNS integer LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'bttextcmp';
CREATE FUNCTION pg_catalog.varbytehash(varbyte) RETURNS integer LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'hashtext';
CREATE FUNCTION pg_catalog.varbytecat(varbyte, varbyte) RETURNS varbyte LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textcat';
CREATE OPERATOR pg_catalog.= (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbyteeq, COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR pg_catalog.<> (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytene, COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=),
    RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR pg_catalog.< (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytelt, COMMUTATOR = OPERATOR(pg_catalog.>), NEGATOR = OPERATOR(pg_catalog.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR pg_catalog.<= (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytele, COMMUTATOR = OPERATOR(pg_catalog.>=), NEGATOR = OPERATOR(pg_catalog.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
CREATE OPERATOR pg_catalog.> (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytegt, COMMUTATOR = OPERATOR(pg_catalog.<), NEGATOR = OPERATOR(pg_catalog.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
CREATE OPERATOR pg_catalog.>= (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytege, COMMUTATOR = OPERATOR(pg_catalog.<=), NEGATOR = OPERATOR(pg_catalog.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel);
CREATE OPERATOR pg_catalog.|| (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytecat);
CREATE OPERATOR pg_catalog.+ (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytecat);
CREATE OPERATOR CLASS pg_catalog.varbyte_ops DEFAULT FOR TYPE varbyte USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 pg_catalog.varbytecmp(varbyte, varbyte);
CREATE OPERATOR CLASS pg_catalog.varbyte_ops DEFAULT FOR TYPE varbyte USING hash AS
    OPERATOR 1 =, FUNCTION 1 pg_catalog.varbytehash(varbyte);

-- https://docs.aws.amazon.com/redshift/latest/dg/r_VARBYTE_OPERATORS.html
CREATE FUNCTION pg_redshift._varbyte_bits(a varbyte, b varbyte, operation text) RETURNS varbyte
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    x bytea := pg_redshift._bytes(a);
    y bytea := pg_redshift._bytes(b);
BEGIN
    IF octet_length(x) <> octet_length(y) THEN
        RAISE EXCEPTION USING ERRCODE = '22026', MESSAGE = 'cannot combine values of different lengths bit by bit';
    END IF;
    FOR i IN 0 .. octet_length(x) - 1 LOOP
        x := set_byte(x, i, CASE operation
            WHEN '&' THEN get_byte(x, i) & get_byte(y, i)
            WHEN '|' THEN get_byte(x, i) | get_byte(y, i)
            WHEN '~' THEN 255 - get_byte(x, i)
            ELSE get_byte(x, i) # get_byte(y, i)
        END);
    END LOOP;
    RETURN pg_redshift._varbyte(x);
END
$$;
CREATE FUNCTION pg_catalog.varbyteand(a varbyte, b varbyte) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte_bits(a, b, '&');
CREATE FUNCTION pg_catalog.varbyteor(a varbyte, b varbyte) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte_bits(a, b, '|');
CREATE FUNCTION pg_catalog.varbytexor(a varbyte, b varbyte) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte_bits(a, b, '#');
CREATE FUNCTION pg_catalog.varbytenot(a varbyte) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte_bits(a, a, '~');
CREATE OPERATOR pg_catalog.& (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbyteand);
CREATE OPERATOR pg_catalog.| (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbyteor);
CREATE OPERATOR pg_catalog.# (LEFTARG = varbyte, RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytexor);
CREATE OPERATOR pg_catalog.~ (RIGHTARG = varbyte, FUNCTION = pg_catalog.varbytenot);

-- Functions that PostgreSQL has for strings.
CREATE FUNCTION pg_redshift.len(value varbyte) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.octet_length(pg_redshift._hex(value)) / 2;
CREATE FUNCTION pg_catalog.length(value varbyte) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.octet_length(pg_redshift._hex(value)) / 2;
CREATE FUNCTION pg_catalog.octet_length(value varbyte) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.octet_length(pg_redshift._hex(value)) / 2;
CREATE FUNCTION pg_catalog."substring"(value varbyte, start integer, count integer) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(pg_catalog."substring"(pg_redshift._bytes(value), start, count));
CREATE FUNCTION pg_catalog."substring"(value varbyte, start integer) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(pg_catalog."substring"(pg_redshift._bytes(value), start));
CREATE FUNCTION pg_catalog.substr(value varbyte, start integer, count integer) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog."substring"(value, start, count);
CREATE FUNCTION pg_catalog."left"(value varbyte, count integer) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog."substring"(value, 1, count);
CREATE FUNCTION pg_catalog."right"(value varbyte, count integer) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog."substring"(value, greatest(pg_catalog.length(value) - count, 0) + 1);
CREATE FUNCTION pg_redshift.concat(a varbyte, b varbyte) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.varbytecat(a, b);
CREATE FUNCTION pg_redshift.getbit(value varbyte, index integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    bytes bytea := pg_redshift._bytes(value);
BEGIN
    RETURN (get_byte(bytes, octet_length(bytes) - 1 - index / 8) >> (index % 8)) & 1;
END
$$;


-- https://docs.aws.amazon.com/redshift/latest/dg/r_TO_VARBYTE.html
CREATE FUNCTION pg_redshift.to_varbyte(value text, format text) RETURNS varbyte LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    digits text := replace(value, ' ', '');
BEGIN
    CASE lower(format)
        WHEN 'utf8', 'utf-8' THEN
            RETURN pg_redshift._varbyte(convert_to(value, 'UTF8'));
        WHEN 'hex' THEN
            IF digits !~ '^[0-9A-Fa-f]*$' OR char_length(digits) % 2 = 1 THEN
                RAISE EXCEPTION USING ERRCODE = '22P02', MESSAGE = 'invalid hexadecimal string';
            END IF;
            RETURN pg_redshift._from_hex(digits);
        WHEN 'binary' THEN
            IF digits !~ '^[01]*$' OR char_length(digits) % 8 <> 0 THEN
                RAISE EXCEPTION USING ERRCODE = '22P02', MESSAGE = 'invalid binary string';
            END IF;
            RETURN pg_redshift._from_hex((
                SELECT coalesce(string_agg(lpad(to_hex(substring(digits FROM i * 8 + 1 FOR 8)::bit(8)::integer), 2, '0'), '' ORDER BY i), '')
                FROM generate_series(0, char_length(digits) / 8 - 1) AS i));
        WHEN 'base64' THEN
            RETURN pg_redshift._varbyte(decode(value, 'base64'));
        ELSE
            RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('invalid format: %s', format);
    END CASE;
END
$$;
-- https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_VARBYTE.html
CREATE FUNCTION pg_redshift.from_varbyte(value varbyte, format text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    CASE lower(format)
        WHEN 'utf8', 'utf-8' THEN
            RETURN convert_from(pg_redshift._bytes(value), 'UTF8');
        WHEN 'hex' THEN
            RETURN pg_redshift._hex(value);
        WHEN 'binary' THEN
            RETURN (
                SELECT coalesce(string_agg(get_byte(pg_redshift._bytes(value), i)::bit(8)::text, '' ORDER BY i), '')
                FROM generate_series(0, octet_length(pg_redshift._bytes(value)) - 1) AS i);
        WHEN 'base64' THEN
            RETURN encode(pg_redshift._bytes(value), 'base64');
        ELSE
            RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('invalid format: %s', format);
    END CASE;
END
$$;
CREATE FUNCTION pg_redshift.from_hex(digits text) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift.to_varbyte(digits, 'hex');
CREATE FUNCTION pg_redshift.to_hex(value varbyte) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._hex(value);
CREATE FUNCTION pg_redshift.to_hex(value integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.to_hex(value);
CREATE FUNCTION pg_redshift.to_hex(value bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.to_hex(value);

-- Casts are written out, and are UTF-8 from and to strings, big-endian from integers.
CREATE FUNCTION pg_redshift._text_to_varbyte(value text) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(convert_to(value, 'UTF8'));
CREATE FUNCTION pg_redshift._char_to_varbyte(value bpchar) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(bpcharsend(value));
CREATE FUNCTION pg_redshift._varbyte_to_text(value varbyte) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_from(pg_redshift._bytes(value), 'UTF8');
CREATE FUNCTION pg_redshift._integer_to_varbyte(value smallint) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(int2send(value));
CREATE FUNCTION pg_redshift._integer_to_varbyte(value integer) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(int4send(value));
CREATE FUNCTION pg_redshift._integer_to_varbyte(value bigint) RETURNS varbyte LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._varbyte(int8send(value));
CREATE CAST (text AS varbyte) WITH FUNCTION pg_redshift._text_to_varbyte(text);
CREATE CAST (varchar AS varbyte) WITH FUNCTION pg_redshift._text_to_varbyte(text);
CREATE CAST (bpchar AS varbyte) WITH FUNCTION pg_redshift._char_to_varbyte(bpchar);
CREATE CAST (varbyte AS text) WITH FUNCTION pg_redshift._varbyte_to_text(varbyte);
CREATE CAST (varbyte AS varchar) WITH FUNCTION pg_redshift._varbyte_to_text(varbyte);
CREATE CAST (varbyte AS bpchar) WITH FUNCTION pg_redshift._varbyte_to_text(varbyte);
CREATE CAST (smallint AS varbyte) WITH FUNCTION pg_redshift._integer_to_varbyte(smallint);
CREATE CAST (integer AS varbyte) WITH FUNCTION pg_redshift._integer_to_varbyte(integer);
CREATE CAST (bigint AS varbyte) WITH FUNCTION pg_redshift._integer_to_varbyte(bigint);

-- varbyte(n): n bytes. Longer values are cut by a cast and refused by an assignment.
CREATE FUNCTION pg_redshift._varbyte_length(value varbyte, modifier integer, explicit boolean) RETURNS varbyte
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF modifier < 4 OR pg_catalog.length(value) <= modifier - 4 THEN
        RETURN value;
    END IF;
    IF NOT explicit THEN
        RAISE EXCEPTION USING ERRCODE = '22001', MESSAGE = format('value too long for type binary varying(%s)', modifier - 4);
    END IF;
    RETURN pg_catalog."substring"(value, 1, modifier - 4);
END
$$;
CREATE CAST (varbyte AS varbyte) WITH FUNCTION pg_redshift._varbyte_length(varbyte, integer, boolean) AS IMPLICIT;
