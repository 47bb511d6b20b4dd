-- varchar(n) and char(n) count bytes of UTF-8. A cast that is written out cuts, at the end of a character; an assignment refuses,
-- but for surplus blanks.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
CREATE FUNCTION pg_redshift._cut_bytes(value text, bytes integer) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    encoded bytea := convert_to(value, 'UTF8');
    cut integer := bytes;
BEGIN
    -- The bytes 128 to 191 continue a character.
    WHILE cut > 0 AND cut < octet_length(encoded) AND get_byte(encoded, cut) BETWEEN 128 AND 191 LOOP
        cut := cut - 1;
    END LOOP;
    RETURN convert_from(substring(encoded FROM 1 FOR cut), 'UTF8');
END
$$;

CREATE FUNCTION pg_redshift._varchar_too_long(value varchar, bytes integer, explicit boolean) RETURNS varchar
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    cut text := pg_redshift._cut_bytes(value, bytes);
BEGIN
    IF NOT explicit AND rtrim(substring(value FROM char_length(cut) + 1), ' ') <> '' THEN
        RAISE EXCEPTION USING ERRCODE = '22001', MESSAGE = format('value too long for type character varying(%s)', bytes);
    END IF;
    RETURN cut;
END
$$;

-- The modifier of a length is the length plus 4.
CREATE FUNCTION pg_redshift._varchar_length(value varchar, modifier integer, explicit boolean) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1
    RETURN CASE
        WHEN modifier < 4 OR octet_length(value) <= modifier - 4 THEN value
        ELSE pg_redshift._varchar_too_long(value, modifier - 4, explicit)
    END;

CREATE FUNCTION pg_redshift._char_length(value bpchar, modifier integer, explicit boolean) RETURNS bpchar
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    content text := value::text; -- without trailing blanks
    bytes integer := modifier - 4;
BEGIN
    IF modifier < 4 THEN
        RETURN value;
    END IF;
    IF octet_length(content) <> char_length(content) THEN
        RAISE EXCEPTION USING ERRCODE = '22021', MESSAGE = 'multibyte character not supported for type character',
            HINT = 'Try using VARCHAR.';
    END IF;
    IF octet_length(content) > bytes THEN
        IF NOT explicit THEN
            RAISE EXCEPTION USING ERRCODE = '22001', MESSAGE = format('value too long for type character(%s)', bytes);
        END IF;
        content := substring(content FROM 1 FOR bytes);
    END IF;
    RETURN pg_catalog.rpad(content, bytes);
END
$$;

UPDATE pg_catalog.pg_cast SET castfunc = 'pg_redshift._varchar_length(varchar, integer, boolean)'::regprocedure
WHERE castsource = 'varchar'::regtype AND casttarget = 'varchar'::regtype;

UPDATE pg_catalog.pg_cast SET castfunc = 'pg_redshift._char_length(bpchar, integer, boolean)'::regprocedure
WHERE castsource = 'bpchar'::regtype AND casttarget = 'bpchar'::regtype;
