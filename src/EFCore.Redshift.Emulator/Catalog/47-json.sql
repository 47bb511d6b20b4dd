-- JSON in strings. https://docs.aws.amazon.com/redshift/latest/dg/json-functions.html
-- Objects only; an array is not one. https://docs.aws.amazon.com/redshift/latest/dg/IS_VALID_JSON.html
CREATE FUNCTION pg_redshift.is_valid_json(json text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._is_json(json) THEN json_typeof(json::json) = 'object' ELSE false END;
CREATE FUNCTION pg_redshift.is_valid_json_array(json text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_redshift._is_json(json) THEN json_typeof(json::json) = 'array' ELSE false END;
CREATE FUNCTION pg_redshift._checked_json(value text, null_if_invalid boolean) RETURNS json LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN pg_redshift._is_json(value) THEN value::json
        WHEN NOT null_if_invalid THEN pg_redshift._json_error(value)
    END;

-- What is not there is an empty string. https://docs.aws.amazon.com/redshift/latest/dg/JSON_EXTRACT_PATH_TEXT.html
CREATE FUNCTION pg_redshift._json_path(value text, path text[], null_if_invalid boolean) RETURNS varchar
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    json json := pg_redshift._checked_json(value, null_if_invalid);
BEGIN
    IF json IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN coalesce(json #>> path, '');
END
$$;
CREATE FUNCTION pg_redshift.json_extract_path_text(json text, VARIADIC path text[]) RETURNS varchar LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._json_path(json, path, false);
CREATE FUNCTION pg_redshift.json_extract_path_text(json text, a text, n boolean) RETURNS varchar LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._json_path(json, ARRAY[a], n);
CREATE FUNCTION pg_redshift.json_extract_path_text(json text, a text, b text, n boolean) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._json_path(json, ARRAY[a, b], n);
CREATE FUNCTION pg_redshift.json_extract_path_text(json text, a text, b text, c text, n boolean) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._json_path(json, ARRAY[a, b, c], n);
CREATE FUNCTION pg_redshift.json_extract_path_text(json text, a text, b text, c text, d text, n boolean) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._json_path(json, ARRAY[a, b, c, d], n);
CREATE FUNCTION pg_redshift.json_extract_path_text(json text, a text, b text, c text, d text, e text, n boolean) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_redshift._json_path(json, ARRAY[a, b, c, d, e], n);

-- https://docs.aws.amazon.com/redshift/latest/dg/JSON_EXTRACT_ARRAY_ELEMENT_TEXT.html
CREATE FUNCTION pg_redshift.json_extract_array_element_text(json text, index integer, null_if_invalid boolean DEFAULT false) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN index < 0 THEN NULL ELSE pg_redshift._checked_json(json, null_if_invalid) ->> index END;

-- https://docs.aws.amazon.com/redshift/latest/dg/JSON_ARRAY_LENGTH.html
CREATE FUNCTION pg_redshift.json_array_length(json text, null_if_invalid boolean DEFAULT false) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF NOT pg_redshift.is_valid_json_array(json) THEN
        IF NOT null_if_invalid THEN
            PERFORM pg_redshift._json_error(json);
        END IF;
        RETURN NULL;
    END IF;
    RETURN pg_catalog.json_array_length(json::json);
END
$$;
