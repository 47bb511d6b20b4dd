-- Numbers, dates and times become strings without being asked, where an operator or a function wants one.
-- https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html#r_Type_conversion
DO $script$
DECLARE
    source text;
    target text;
BEGIN
    FOREACH source IN ARRAY ARRAY['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision',
        'date', 'time', 'timetz', 'timestamp', 'timestamptz'] LOOP
        FOREACH target IN ARRAY ARRAY['text', 'varchar'] LOOP
            EXECUTE format('CREATE CAST (%s AS %s) WITH INOUT AS IMPLICIT', source, target);
        END LOOP;
    END LOOP;
END
$script$;

-- PostgreSQL's own way to concatenate a string with something else would be a second one.
DELETE FROM pg_catalog.pg_operator
WHERE oprname = '||' AND oprcode IN ('textanycat'::regproc, 'anytextcat'::regproc);
