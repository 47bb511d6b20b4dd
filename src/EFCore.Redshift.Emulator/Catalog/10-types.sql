-- Redshift's own types under Redshift's OIDs, so that drivers load them as they would from a cluster.
-- https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html
-- super holds compact JSON, varbyte lower-case hexadecimal digits, geometry and geography hexadecimal EWKB, hllsketch JSON or Base64:
-- the text forms that Redshift sends. So each is a copy of text; the two intervals are copies of interval.
INSERT INTO pg_catalog.pg_type (
    oid, typname, typnamespace, typowner, typlen, typbyval, typtype, typcategory, typispreferred, typisdefined, typdelim, typrelid,
    typsubscript, typelem, typarray, typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze, typalign, typstorage,
    typnotnull, typbasetype, typtypmod, typndims, typcollation)
SELECT new.oid, new.name, t.typnamespace, t.typowner, t.typlen, t.typbyval, t.typtype, new.category, false, t.typisdefined, t.typdelim, t.typrelid,
    t.typsubscript, t.typelem, 0, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze, t.typalign, t.typstorage,
    t.typnotnull, t.typbasetype, t.typtypmod, t.typndims, t.typcollation
FROM (VALUES
    (4000::oid, 'super', 'U'::"char", 'text'),
    (6551, 'varbyte', 'U', 'text'),
    (3000, 'geometry', 'U', 'text'),
    (3001, 'geography', 'U', 'text'),
    (2935, 'hllsketch', 'U', 'text'),
    (1188, 'intervaly2m', 'T', 'interval'),
    (1190, 'intervald2s', 'T', 'interval')
) AS new (oid, name, category, template)
JOIN pg_catalog.pg_type AS t ON t.typname = new.template AND t.typnamespace = 'pg_catalog'::regnamespace;

-- varbyte(n): the modifier is kept and checked like varchar's, in digits; the length coercion is in 30-lengths.sql.
UPDATE pg_catalog.pg_type SET typmodin = 'varchartypmodin', typmodout = 'varchartypmodout' WHERE oid = 6551;

CREATE CAST (intervaly2m AS interval) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (interval AS intervaly2m) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE CAST (intervald2s AS interval) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (interval AS intervald2s) WITHOUT FUNCTION AS ASSIGNMENT;
