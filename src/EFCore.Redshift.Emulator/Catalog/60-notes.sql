-- What Redshift knows about a table and PostgreSQL does not. Rows of tables that were dropped stay behind and mean nothing.
CREATE TABLE pg_redshift.table_notes (
    relation oid PRIMARY KEY,
    diststyle text NOT NULL DEFAULT 'AUTO',
    sortstyle text NOT NULL DEFAULT 'AUTO',
    backup boolean NOT NULL DEFAULT true);
CREATE TABLE pg_redshift.column_notes (
    relation oid NOT NULL,
    attnum smallint NOT NULL,
    encoding text,
    distkey boolean NOT NULL DEFAULT false,
    sortkey integer NOT NULL DEFAULT 0,
    identity_always boolean,
    seed bigint,
    step bigint,
    PRIMARY KEY (relation, attnum));
CREATE TABLE pg_redshift.constraint_notes (
    relation oid NOT NULL,
    name text NOT NULL,
    kind "char" NOT NULL,
    columns smallint[] NOT NULL,
    referenced oid,
    referenced_columns smallint[],
    PRIMARY KEY (relation, name));
GRANT ALL ON pg_redshift.table_notes, pg_redshift.column_notes, pg_redshift.constraint_notes TO PUBLIC;

-- The n-th value of an identity: a multiple of the step from the seed, never twice, with gaps, and not always higher than those before.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html#identity-clause
CREATE FUNCTION pg_redshift._identity_value(n bigint, seed bigint, step bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT
    RETURN seed + step * (n / 4 * 8 + (ARRAY[0, 2, 6, 3])[n % 4 + 1]);
CREATE FUNCTION pg_redshift."identity"(generator oid, slice integer, seed_and_step text) RETURNS bigint LANGUAGE plpgsql VOLATILE STRICT AS $$
BEGIN
    RETURN pg_redshift._identity_value(
        nextval(generator::regclass), split_part(seed_and_step, ',', 1)::bigint, split_part(seed_and_step, ',', 2)::bigint);
END
$$;
CREATE FUNCTION pg_redshift."default_identity"(generator oid, slice integer, seed_and_step text) RETURNS bigint LANGUAGE sql VOLATILE STRICT
    AS 'SELECT pg_redshift."identity"(generator, slice, seed_and_step)';

CREATE FUNCTION pg_redshift._relation(name jsonb) RETURNS regclass LANGUAGE sql STABLE
    AS $$ SELECT (SELECT string_agg(quote_ident(part), '.' ORDER BY i) FROM jsonb_array_elements_text(name) WITH ORDINALITY AS p(part, i))::regclass $$;

CREATE FUNCTION pg_redshift._column(relation oid, name text, role text) RETURNS smallint LANGUAGE plpgsql STABLE AS $$
DECLARE
    result smallint := (SELECT a.attnum FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attname = name AND a.attnum > 0 AND NOT a.attisdropped);
BEGIN
    IF result IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42703', MESSAGE = format('column "%s" named in %s does not exist', name, role);
    END IF;
    RETURN result;
END
$$;

CREATE FUNCTION pg_redshift._columns(relation oid, names jsonb, role text) RETURNS smallint[] LANGUAGE sql STABLE
    AS $$ SELECT array_agg(pg_redshift._column(relation, name, role) ORDER BY i) FROM jsonb_array_elements_text(names) WITH ORDINALITY AS n(name, i) $$;

-- Notes what a new table was declared with; of one that existed already (IF NOT EXISTS), nothing.
CREATE FUNCTION pg_redshift._note_table(note jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    new regclass := pg_redshift._relation(note -> 'table');
    parent regclass;
BEGIN
    IF EXISTS (SELECT FROM pg_redshift.table_notes WHERE relation = new) THEN
        RETURN;
    END IF;
    INSERT INTO pg_redshift.table_notes (relation, backup) VALUES (new, coalesce((note ->> 'backup')::boolean, true));
    IF note ? 'like' THEN
        parent := pg_redshift._relation(note -> 'like');
        UPDATE pg_redshift.table_notes AS t SET (diststyle, sortstyle, backup) = (p.diststyle, p.sortstyle, p.backup)
        FROM pg_redshift.table_notes AS p WHERE t.relation = new AND p.relation = parent;
        INSERT INTO pg_redshift.column_notes (relation, attnum, encoding, distkey, sortkey)
        SELECT new, c.attnum, p.encoding, p.distkey, p.sortkey
        FROM pg_redshift.column_notes AS p
        JOIN pg_attribute AS a ON a.attrelid = parent AND a.attnum = p.attnum
        JOIN pg_attribute AS c ON c.attrelid = new AND c.attname = a.attname
        WHERE p.relation = parent;
    END IF;
    PERFORM pg_redshift._note_change(note, true);
    IF note ? 'identity' THEN
        PERFORM pg_redshift._note_identity(new, note -> 'identity');
    END IF;
END
$$;

CREATE FUNCTION pg_redshift._note_identity(relation regclass, identity jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text := identity ->> 'column';
    seed bigint := identity ->> 'seed';
    step bigint := identity ->> 'step';
    generator text;
BEGIN
    SELECT format('%I.%I', n.nspname, 'identity_' || c.oid::text) INTO generator
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = relation;
    EXECUTE format('CREATE SEQUENCE %s MINVALUE 0 START 0 OWNED BY %s.%I', generator, relation, name);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT pg_redshift.%I(%s, 0, %L)', relation, name,
        CASE WHEN (identity ->> 'always')::boolean THEN 'identity' ELSE 'default_identity' END, generator::regclass::oid, seed || ',' || step);
    INSERT INTO pg_redshift.column_notes AS c (relation, attnum, identity_always, seed, step)
    VALUES (_note_identity.relation, pg_redshift._column(relation, name, 'identity'), (identity ->> 'always')::boolean, seed, step)
    ON CONFLICT ON CONSTRAINT column_notes_pkey DO UPDATE
    SET identity_always = excluded.identity_always, seed = excluded.seed, step = excluded.step;
END
$$;

-- Notes what CREATE TABLE or ALTER TABLE says about distribution, sort keys, encodings and constraints.
CREATE FUNCTION pg_redshift._note_change(note jsonb, is_new boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    changed regclass := pg_redshift._relation(note -> 'table');
    entry record;
BEGIN
    INSERT INTO pg_redshift.table_notes (relation) VALUES (changed) ON CONFLICT DO NOTHING;
    IF note ? 'diststyle' THEN
        UPDATE pg_redshift.table_notes SET diststyle = note ->> 'diststyle' WHERE relation = changed;
        UPDATE pg_redshift.column_notes SET distkey = false WHERE relation = changed AND distkey;
    END IF;
    IF note ? 'distkey' THEN
        INSERT INTO pg_redshift.column_notes (relation, attnum, distkey)
        VALUES (changed, pg_redshift._key_column(changed, note ->> 'distkey', 'distkey'), true)
        ON CONFLICT (relation, attnum) DO UPDATE SET distkey = true;
    END IF;
    IF note ? 'sortstyle' THEN
        UPDATE pg_redshift.table_notes SET sortstyle = note ->> 'sortstyle' WHERE relation = changed;
        UPDATE pg_redshift.column_notes SET sortkey = 0 WHERE relation = changed AND sortkey <> 0;
        INSERT INTO pg_redshift.column_notes (relation, attnum, sortkey)
        SELECT changed, pg_redshift._key_column(changed, name, 'sortkey'),
            CASE WHEN note ->> 'sortstyle' = 'INTERLEAVED' AND i % 2 = 0 THEN -i ELSE i END
        FROM jsonb_array_elements_text(note -> 'sortkey') WITH ORDINALITY AS n (name, i)
        ON CONFLICT (relation, attnum) DO UPDATE SET sortkey = excluded.sortkey;
    END IF;
    INSERT INTO pg_redshift.column_notes (relation, attnum, encoding)
    SELECT changed, pg_redshift._column(changed, key, 'encode'), value
    FROM jsonb_each_text(coalesce(note -> 'encodings', '{}'))
    ON CONFLICT (relation, attnum) DO UPDATE SET encoding = excluded.encoding;
    FOR entry IN SELECT value AS declared FROM jsonb_array_elements(coalesce(note -> 'constraints', '[]')) LOOP
        PERFORM pg_redshift._note_constraint(changed, entry.declared, is_new);
    END LOOP;
END
$$;

-- In CREATE TABLE AS a column may be given by its position.
CREATE FUNCTION pg_redshift._key_column(relation oid, name text, role text) RETURNS smallint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF name ~ '^[0-9]+$' AND EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attnum = name::integer) THEN
        RETURN name::smallint;
    END IF;
    RETURN pg_redshift._column(relation, name, role);
END
$$;

CREATE FUNCTION pg_redshift._note_constraint(changed regclass, declared jsonb, is_new boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    declared_kind text := declared ->> 'kind';
    keys smallint[] := pg_redshift._columns(changed, declared -> 'columns', 'key');
    table_name text := (SELECT relname FROM pg_class WHERE oid = changed);
    constraint_name text := declared ->> 'name';
    target regclass;
    target_keys smallint[];
    column_name text;
BEGIN
    IF declared_kind = 'p' THEN
        IF EXISTS (SELECT FROM pg_redshift.constraint_notes WHERE relation = changed AND kind = 'p') THEN
            RAISE EXCEPTION USING ERRCODE = '42P16', MESSAGE = format('multiple primary keys for table "%s" are not allowed', table_name);
        END IF;
        -- In CREATE TABLE a primary key makes its columns NOT NULL; ALTER TABLE wants them to be.
        FOR column_name IN SELECT attname FROM pg_attribute WHERE attrelid = changed AND attnum = ANY (keys) AND NOT attnotnull LOOP
            IF NOT is_new THEN
                RAISE EXCEPTION USING ERRCODE = '42P16', MESSAGE = format('column "%s" is nullable and cannot be part of a primary key', column_name);
            END IF;
            EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', changed, column_name);
        END LOOP;
    ELSIF declared_kind = 'f' THEN
        target := pg_redshift._relation(declared -> 'references');
        IF jsonb_array_length(declared -> 'referenced') = 0 THEN
            target_keys := (SELECT columns FROM pg_redshift.constraint_notes WHERE relation = target AND kind = 'p');
        ELSE
            target_keys := pg_redshift._columns(target, declared -> 'referenced', 'key');
            IF NOT EXISTS (
                SELECT FROM pg_redshift.constraint_notes
                WHERE relation = target AND kind IN ('p', 'u') AND columns @> target_keys AND columns <@ target_keys) THEN
                target_keys := NULL;
            END IF;
        END IF;
        IF target_keys IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = '42830',
                MESSAGE = format('there is no unique constraint matching given keys for referenced table "%s"',
                    (SELECT relname FROM pg_class WHERE oid = target));
        END IF;
        IF cardinality(target_keys) <> cardinality(keys) THEN
            RAISE EXCEPTION USING ERRCODE = '42830',
                MESSAGE = 'number of referencing and referenced columns for foreign key disagree';
        END IF;
    END IF;
    constraint_name := coalesce(
        constraint_name,
        table_name || CASE declared_kind
            WHEN 'p' THEN '_pkey'
            WHEN 'u' THEN '_' || (declared -> 'columns' ->> 0) || '_key'
            ELSE '_' || (declared -> 'columns' ->> 0) || '_fkey'
        END);
    IF EXISTS (SELECT FROM pg_redshift.constraint_notes WHERE relation = changed AND name = constraint_name) THEN
        IF declared ->> 'name' IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = format('constraint "%s" for relation "%s" already exists', constraint_name, table_name);
        END IF;
        constraint_name := constraint_name || (SELECT count(*) FROM pg_redshift.constraint_notes WHERE relation = changed);
    END IF;
    INSERT INTO pg_redshift.constraint_notes (relation, name, kind, columns, referenced, referenced_columns)
    VALUES (changed, constraint_name, declared_kind::"char", keys, target, target_keys);
END
$$;

CREATE FUNCTION pg_redshift._drop_constraint(note jsonb, constraint_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    changed regclass := pg_redshift._relation(note -> 'table');
BEGIN
    DELETE FROM pg_redshift.constraint_notes WHERE relation = changed AND name = constraint_name;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '42704',
            MESSAGE = format('constraint "%s" of relation "%s" does not exist', constraint_name, (SELECT relname FROM pg_class WHERE oid = changed));
    END IF;
END
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html: not the distribution key, not a sort key.
CREATE FUNCTION pg_redshift._check_drop_column(note jsonb, column_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    changed regclass := pg_redshift._relation(note -> 'table');
    role text;
BEGIN
    SELECT CASE WHEN n.distkey THEN 'distkey' ELSE 'sortkey' END INTO role
    FROM pg_redshift.column_notes AS n
    JOIN pg_attribute AS a ON a.attrelid = n.relation AND a.attnum = n.attnum
    WHERE n.relation = changed AND a.attname = column_name AND (n.distkey OR n.sortkey <> 0);
    IF role IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '0A000', MESSAGE = format('cannot drop %s column "%s"', role, column_name);
    END IF;
END
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE_APPEND.html: columns go by name; IGNOREEXTRA drops what the target lacks,
-- FILLTARGET fills with defaults what the source lacks.
CREATE FUNCTION pg_redshift._append(target_note jsonb, source_note jsonb, option text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    target regclass := pg_redshift._relation(target_note -> 'table');
    source regclass := pg_redshift._relation(source_note -> 'table');
    shared text;
    extra bigint;
    missing bigint;
BEGIN
    SELECT string_agg(quote_ident(t.attname), ', ' ORDER BY t.attnum) FILTER (WHERE s.attname IS NOT NULL AND t.attname IS NOT NULL),
        count(*) FILTER (WHERE t.attname IS NULL),
        count(*) FILTER (WHERE s.attname IS NULL)
    INTO shared, extra, missing
    FROM (SELECT attname, attnum FROM pg_attribute WHERE attrelid = target AND attnum > 0 AND NOT attisdropped) AS t
    FULL JOIN (SELECT attname FROM pg_attribute WHERE attrelid = source AND attnum > 0 AND NOT attisdropped) AS s ON s.attname = t.attname;
    IF extra > 0 AND option IS DISTINCT FROM 'IgnoreExtra' THEN
        RAISE EXCEPTION USING ERRCODE = 'XX000', MESSAGE = 'source table has columns that the target table lacks', HINT = 'Use IGNOREEXTRA.';
    END IF;
    IF missing > 0 AND option IS DISTINCT FROM 'FillTarget' THEN
        RAISE EXCEPTION USING ERRCODE = 'XX000', MESSAGE = 'target table has columns that the source table lacks', HINT = 'Use FILLTARGET.';
    END IF;
    EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM %s', target, shared, shared, source);
    EXECUTE format('DELETE FROM %s', source);
END
$$;

-- Forgets what a late-binding view refers to, so that its tables can be dropped.
CREATE FUNCTION pg_redshift._unbind_view(note jsonb) RETURNS void LANGUAGE sql SET allow_system_table_mods = on AS $$
    DELETE FROM pg_catalog.pg_depend AS d
    USING pg_catalog.pg_rewrite AS r
    WHERE d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND r.ev_class = pg_redshift._relation(note -> 'table')
      AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
$$;

-- https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_TABLE.html: what a foreign key refers to is dropped with CASCADE, or with what refers to it.
CREATE FUNCTION pg_redshift._check_drop(names jsonb, with_keys boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    dropped oid[] := (
        SELECT array_agg(to_regclass((
            SELECT string_agg(quote_ident(part), '.' ORDER BY i) FROM jsonb_array_elements_text(name) WITH ORDINALITY AS p (part, i)))::oid)
        FROM jsonb_array_elements(names) AS n (name));
    referenced_table text;
BEGIN
    IF with_keys THEN
        DELETE FROM pg_redshift.constraint_notes WHERE referenced = ANY (dropped);
        RETURN;
    END IF;
    SELECT c.relname INTO referenced_table
    FROM pg_redshift.constraint_notes AS n
    JOIN pg_catalog.pg_class AS c ON c.oid = n.referenced
    JOIN pg_catalog.pg_class AS child ON child.oid = n.relation
    WHERE n.referenced = ANY (dropped) AND NOT n.relation = ANY (dropped)
    LIMIT 1;
    IF referenced_table IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '2BP01', MESSAGE = format('cannot drop table %s because other objects depend on it', referenced_table),
            HINT = 'Use DROP ... CASCADE to drop the dependent objects too.';
    END IF;
END
$$;
