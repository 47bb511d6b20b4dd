-- https://docs.aws.amazon.com/redshift/latest/dg/hash-functions.html
CREATE FUNCTION pg_redshift.sha2(value text, bits integer) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    bytes bytea := convert_to(value, 'UTF8');
BEGIN
    RETURN encode(
        CASE bits
            WHEN 0 THEN sha256(bytes)
            WHEN 224 THEN sha224(bytes)
            WHEN 256 THEN sha256(bytes)
            WHEN 384 THEN sha384(bytes)
            WHEN 512 THEN sha512(bytes)
        END,
        'hex');
END
$$;

CREATE FUNCTION pg_redshift.sha1(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    full_word CONSTANT bigint := 4294967295;
    message bytea := convert_to(value, 'UTF8');
    bits bigint := octet_length(message)::bigint * 8;
    w bigint[];
    h bigint[] := ARRAY[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
    a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; t bigint;
BEGIN
    message := message || decode('80', 'hex');
    message := message || decode(repeat('00', (64 + 56 - octet_length(message) % 64) % 64), 'hex') || int8send(bits);
    FOR chunk IN 0 .. octet_length(message) / 64 - 1 LOOP
        FOR i IN 0 .. 15 LOOP
            w[i] := 0;
            FOR j IN 0 .. 3 LOOP
                w[i] := (w[i] << 8) | get_byte(message, chunk * 64 + i * 4 + j);
            END LOOP;
        END LOOP;
        FOR i IN 16 .. 79 LOOP
            t := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
            w[i] := ((t << 1) & full_word) | (t >> 31);
        END LOOP;
        a := h[1]; b := h[2]; c := h[3]; d := h[4]; e := h[5];
        FOR i IN 0 .. 79 LOOP
            IF i < 20 THEN
                f := (b & c) | ((~b & full_word) & d); k := 1518500249;
            ELSIF i < 40 THEN
                f := b # c # d; k := 1859775393;
            ELSIF i < 60 THEN
                f := (b & c) | (b & d) | (c & d); k := 2400959708;
            ELSE
                f := b # c # d; k := 3395469782;
            END IF;
            t := ((((a << 5) & full_word) | (a >> 27)) + f + e + k + w[i]) & full_word;
            e := d; d := c; c := ((b << 30) & full_word) | (b >> 2); b := a; a := t;
        END LOOP;
        h[1] := (h[1] + a) & full_word;
        h[2] := (h[2] + b) & full_word;
        h[3] := (h[3] + c) & full_word;
        h[4] := (h[4] + d) & full_word;
        h[5] := (h[5] + e) & full_word;
    END LOOP;
    RETURN lpad(to_hex(h[1]), 8, '0') || lpad(to_hex(h[2]), 8, '0') || lpad(to_hex(h[3]), 8, '0')
        || lpad(to_hex(h[4]), 8, '0') || lpad(to_hex(h[5]), 8, '0');
END
$$;
CREATE FUNCTION pg_redshift.sha(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift.sha1(value);
CREATE FUNCTION pg_redshift.func_sha1(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_redshift.sha1(value);

CREATE FUNCTION pg_redshift.crc32(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    message bytea := convert_to(value, 'UTF8');
    crc bigint := 4294967295;
BEGIN
    FOR i IN 0 .. octet_length(message) - 1 LOOP
        crc := crc # get_byte(message, i);
        FOR j IN 1 .. 8 LOOP
            crc := CASE WHEN crc & 1 = 1 THEN (crc >> 1) # 2197175160 ELSE crc >> 1 END;
        END LOOP;
    END LOOP;
    RETURN to_hex(crc # 4294967295);
END
$$;

-- The 64-bit FNV-1a hash of the value's bytes. https://docs.aws.amazon.com/redshift/latest/dg/r_FNV_HASH.html
CREATE FUNCTION pg_redshift._fnv(bytes bytea, seed bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    modulus CONSTANT numeric := 18446744073709551616;
    hash numeric := CASE WHEN seed < 0 THEN seed + modulus ELSE seed END;
    low bigint;
BEGIN
    FOR i IN 0 .. octet_length(bytes) - 1 LOOP
        low := mod(hash, 256);
        hash := mod((hash - low + (low # get_byte(bytes, i))) * 1099511628211, modulus);
    END LOOP;
    RETURN CASE WHEN hash >= modulus / 2 THEN hash - modulus ELSE hash END;
END
$$;
CREATE FUNCTION pg_redshift._little_endian(big_endian bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    result bytea := big_endian;
    size integer := octet_length(big_endian);
BEGIN
    FOR i IN 0 .. size - 1 LOOP
        result := set_byte(result, i, get_byte(big_endian, size - 1 - i));
    END LOOP;
    RETURN result;
END
$$;
CREATE FUNCTION pg_redshift.fnv_hash(value text, seed bigint DEFAULT -3750763034362895579) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._fnv(convert_to(value, 'UTF8'), seed);
CREATE FUNCTION pg_redshift.fnv_hash(value smallint, seed bigint DEFAULT -3750763034362895579) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._fnv(pg_redshift._little_endian(int2send(value)), seed);
CREATE FUNCTION pg_redshift.fnv_hash(value integer, seed bigint DEFAULT -3750763034362895579) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._fnv(pg_redshift._little_endian(int4send(value)), seed);
CREATE FUNCTION pg_redshift.fnv_hash(value bigint, seed bigint DEFAULT -3750763034362895579) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._fnv(pg_redshift._little_endian(int8send(value)), seed);

-- https://docs.aws.amazon.com/redshift/latest/dg/MURMUR3_32_HASH.html
CREATE FUNCTION pg_redshift.murmur3_32_hash(value text, seed integer DEFAULT 0) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    full_word CONSTANT bigint := 4294967295;
    bytes bytea := convert_to(value, 'UTF8');
    size integer := octet_length(bytes);
    h bigint := seed & full_word;
    k bigint;
BEGIN
    FOR i IN 0 .. (size + 3) / 4 - 1 LOOP
        k := 0;
        FOR j IN 0 .. 3 LOOP
            IF i * 4 + j < size THEN
                k := k | (get_byte(bytes, i * 4 + j)::bigint << (8 * j));
            END IF;
        END LOOP;
        k := mod(k::numeric * 3432918353, 4294967296);
        k := ((k << 15) & full_word) | (k >> 17);
        k := mod(k::numeric * 461845907, 4294967296);
        h := h # k;
        IF i * 4 + 4 <= size THEN
            h := ((h << 13) & full_word) | (h >> 19);
            h := mod(h::numeric * 5 + 3864292196, 4294967296);
        END IF;
    END LOOP;
    h := h # size;
    h := h # (h >> 16);
    h := mod(h::numeric * 2246822507, 4294967296);
    h := h # (h >> 13);
    h := mod(h::numeric * 3266489909, 4294967296);
    h := h # (h >> 16);
    RETURN CASE WHEN h > 2147483647 THEN h - 4294967296 ELSE h END;
END
$$;
