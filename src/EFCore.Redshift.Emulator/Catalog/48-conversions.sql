-- https://docs.aws.amazon.com/redshift/latest/dg/r_TRY_CAST.html
CREATE FUNCTION pg_redshift._try_cast(value text, type text) RETURNS text LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
    result text;
BEGIN
    EXECUTE format('SELECT (%L::text::%s)::text', value, type) INTO result;
    RETURN result;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;
