-- Trailing blanks do not matter when strings are compared, sorted, grouped or joined; they do in LIKE.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html#r_Character_types-significance-of-trailing-blanks
-- PostgreSQL has such functions for char(n); text and varchar are made to use them.
UPDATE pg_catalog.pg_operator AS o
SET oprcode = new.code::regproc
FROM (VALUES
    ('=', 'bpchareq'), ('<>', 'bpcharne'), ('<', 'bpcharlt'), ('<=', 'bpcharle'), ('>', 'bpchargt'), ('>=', 'bpcharge')
) AS new (name, code)
WHERE o.oprname = new.name AND o.oprleft = 'text'::regtype AND o.oprright = 'text'::regtype;

UPDATE pg_catalog.pg_amproc AS p
SET amproc = new.code::regproc
FROM (VALUES
    ('btree', 1, 'bpcharcmp'), ('btree', 2, 'bpchar_sortsupport'), ('hash', 1, 'hashbpchar'), ('hash', 2, 'hashbpcharextended')
) AS new (method, number, code)
WHERE p.amproclefttype = 'text'::regtype AND p.amprocrighttype = 'text'::regtype AND p.amprocnum = new.number
  AND p.amprocfamily = (
      SELECT f.oid
      FROM pg_catalog.pg_opfamily AS f
      JOIN pg_catalog.pg_am AS m ON m.oid = f.opfmethod
      WHERE f.opfname = 'text_ops' AND m.amname = new.method);

-- Equal no longer means the same bytes, so an index may not merge equal entries.
DELETE FROM pg_catalog.pg_amproc AS p
USING pg_catalog.pg_opfamily AS f, pg_catalog.pg_am AS m
WHERE p.amprocfamily = f.oid AND f.opfmethod = m.oid AND m.amname = 'btree' AND f.opfname = 'text_ops'
  AND p.amproclefttype = 'text'::regtype AND p.amprocrighttype = 'text'::regtype AND p.amprocnum = 4;

UPDATE pg_catalog.pg_aggregate SET aggtransfn = 'bpchar_larger', aggcombinefn = 'bpchar_larger' WHERE aggfnoid = 'max(text)'::regprocedure;
UPDATE pg_catalog.pg_aggregate SET aggtransfn = 'bpchar_smaller', aggcombinefn = 'bpchar_smaller' WHERE aggfnoid = 'min(text)'::regprocedure;
