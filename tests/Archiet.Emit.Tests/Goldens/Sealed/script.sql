-- 20260101000000_start
CREATE TABLE "firms" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "name" character varying(80) NOT NULL,
    CONSTRAINT "pk_firms" PRIMARY KEY ("tenant_id", "id"),
    CONSTRAINT "ck_firms_tenant" CHECK ("id" = "tenant_id")
);
ALTER TABLE "firms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "firms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "firms" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "firms" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');
CREATE TABLE "jobs" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "kind" text DEFAULT 'odd',
    "last" text DEFAULT 'todo',
    "stage" text NOT NULL DEFAULT 'todo',
    "text" character varying(20),
    CONSTRAINT "pk_jobs" PRIMARY KEY ("tenant_id", "id"),
    CONSTRAINT "ck_jobs_kind" CHECK ("kind" IN ('plain', 'odd', 'rare')),
    CONSTRAINT "ck_jobs_last" CHECK ("last" IN ('todo', 'doing', 'done')),
    CONSTRAINT "ck_jobs_stage" CHECK ("stage" IN ('todo', 'doing', 'done'))
);
ALTER TABLE "jobs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "jobs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "jobs" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "jobs" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');
CREATE UNIQUE INDEX "uq_jobs_open" ON "jobs" ("tenant_id", "text") WHERE "stage" <> 'done';
CREATE FUNCTION public."tr_jobs"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."stage" <> 'todo' THEN
            RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_jobs_stage_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_jobs_stage_transition';
        END IF;
    ELSIF NEW."stage" <> OLD."stage" AND (OLD."stage", NEW."stage") NOT IN (('todo', 'doing'), ('doing', 'done')) THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_jobs_stage_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_jobs_stage_transition';
    END IF;
    RETURN NULL;
END
$archiet$;
CREATE TRIGGER "tr_jobs" AFTER INSERT OR UPDATE ON "jobs" FOR EACH ROW EXECUTE FUNCTION public."tr_jobs"();

-- 20260102000000_change
DROP TRIGGER "tr_jobs" ON "jobs";
DROP FUNCTION public."tr_jobs"();
ALTER TABLE "jobs" DROP CONSTRAINT "ck_jobs_kind";
ALTER TABLE "jobs" DROP CONSTRAINT "ck_jobs_last";
ALTER TABLE "jobs" DROP CONSTRAINT "ck_jobs_stage";
DROP INDEX "uq_jobs_open";
ALTER TABLE "jobs" ALTER COLUMN "kind" SET DEFAULT 'strange';
ALTER TABLE "jobs" ALTER COLUMN "last" SET DEFAULT 'open';
ALTER TABLE "jobs" ALTER COLUMN "stage" SET DEFAULT 'open';

-- 20260102000000_change.02
ALTER TABLE "jobs" ADD CONSTRAINT "ck_jobs_kind" CHECK ("kind" IN ('plain', 'strange', 'fresh')) NOT VALID;

-- 20260102000000_change.03
SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);
DO $archiet$
DECLARE
    first_tenant uuid := '00000000-0000-0000-0000-000000000000';
    first_id uuid := '00000000-0000-0000-0000-000000000000';
    next_tenant uuid;
    next_id uuid;
    changed bigint;
    done bigint := 0;
    said timestamptz := clock_timestamp();
BEGIN
    IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
    LOOP
        SELECT "tenant_id", "id" INTO next_tenant, next_id FROM "jobs"
        WHERE ("tenant_id", "id") >= (first_tenant, first_id) ORDER BY "tenant_id", "id" OFFSET 10000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE "jobs" SET "kind" = 'strange' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("kind" = 'odd');
            EXIT;
        END IF;
        UPDATE "jobs" SET "kind" = 'strange' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("tenant_id", "id") < (next_tenant, next_id) AND ("kind" = 'odd');
        GET DIAGNOSTICS changed = ROW_COUNT;
        done := done + changed;
        COMMIT;
        IF clock_timestamp() >= said + coalesce(current_setting('archiet.say_every', true), '10s')::interval THEN
            RAISE INFO '% rows are filled in %', done, 'jobs.kind';
            said := clock_timestamp();
        END IF;
        first_tenant := next_tenant;
        first_id := next_id;
    END LOOP;
END
$archiet$;
SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);

-- 20260102000000_change.04
ALTER TABLE "jobs" ADD CONSTRAINT "ck_jobs_last" CHECK ("last" IN ('open', 'doing', 'closed')) NOT VALID;

-- 20260102000000_change.05
SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);
DO $archiet$
DECLARE
    first_tenant uuid := '00000000-0000-0000-0000-000000000000';
    first_id uuid := '00000000-0000-0000-0000-000000000000';
    next_tenant uuid;
    next_id uuid;
    changed bigint;
    done bigint := 0;
    said timestamptz := clock_timestamp();
BEGIN
    IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
    LOOP
        SELECT "tenant_id", "id" INTO next_tenant, next_id FROM "jobs"
        WHERE ("tenant_id", "id") >= (first_tenant, first_id) ORDER BY "tenant_id", "id" OFFSET 10000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE "jobs" SET "last" = 'closed' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("last" = 'done');
            EXIT;
        END IF;
        UPDATE "jobs" SET "last" = 'closed' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("tenant_id", "id") < (next_tenant, next_id) AND ("last" = 'done');
        GET DIAGNOSTICS changed = ROW_COUNT;
        done := done + changed;
        COMMIT;
        IF clock_timestamp() >= said + coalesce(current_setting('archiet.say_every', true), '10s')::interval THEN
            RAISE INFO '% rows are filled in %', done, 'jobs.last';
            said := clock_timestamp();
        END IF;
        first_tenant := next_tenant;
        first_id := next_id;
    END LOOP;
END
$archiet$;
SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);

-- 20260102000000_change.06
SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);
DO $archiet$
DECLARE
    first_tenant uuid := '00000000-0000-0000-0000-000000000000';
    first_id uuid := '00000000-0000-0000-0000-000000000000';
    next_tenant uuid;
    next_id uuid;
    changed bigint;
    done bigint := 0;
    said timestamptz := clock_timestamp();
BEGIN
    IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
    LOOP
        SELECT "tenant_id", "id" INTO next_tenant, next_id FROM "jobs"
        WHERE ("tenant_id", "id") >= (first_tenant, first_id) ORDER BY "tenant_id", "id" OFFSET 10000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE "jobs" SET "last" = 'open' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("last" = 'todo');
            EXIT;
        END IF;
        UPDATE "jobs" SET "last" = 'open' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("tenant_id", "id") < (next_tenant, next_id) AND ("last" = 'todo');
        GET DIAGNOSTICS changed = ROW_COUNT;
        done := done + changed;
        COMMIT;
        IF clock_timestamp() >= said + coalesce(current_setting('archiet.say_every', true), '10s')::interval THEN
            RAISE INFO '% rows are filled in %', done, 'jobs.last';
            said := clock_timestamp();
        END IF;
        first_tenant := next_tenant;
        first_id := next_id;
    END LOOP;
END
$archiet$;
SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);

-- 20260102000000_change.07
ALTER TABLE "jobs" ADD CONSTRAINT "ck_jobs_stage" CHECK ("stage" IN ('open', 'doing', 'closed')) NOT VALID;

-- 20260102000000_change.08
SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);
DO $archiet$
DECLARE
    first_tenant uuid := '00000000-0000-0000-0000-000000000000';
    first_id uuid := '00000000-0000-0000-0000-000000000000';
    next_tenant uuid;
    next_id uuid;
    changed bigint;
    done bigint := 0;
    said timestamptz := clock_timestamp();
BEGIN
    IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
    LOOP
        SELECT "tenant_id", "id" INTO next_tenant, next_id FROM "jobs"
        WHERE ("tenant_id", "id") >= (first_tenant, first_id) ORDER BY "tenant_id", "id" OFFSET 10000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE "jobs" SET "stage" = 'closed' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("stage" = 'done');
            EXIT;
        END IF;
        UPDATE "jobs" SET "stage" = 'closed' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("tenant_id", "id") < (next_tenant, next_id) AND ("stage" = 'done');
        GET DIAGNOSTICS changed = ROW_COUNT;
        done := done + changed;
        COMMIT;
        IF clock_timestamp() >= said + coalesce(current_setting('archiet.say_every', true), '10s')::interval THEN
            RAISE INFO '% rows are filled in %', done, 'jobs.stage';
            said := clock_timestamp();
        END IF;
        first_tenant := next_tenant;
        first_id := next_id;
    END LOOP;
END
$archiet$;
SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);

-- 20260102000000_change.09
SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);
DO $archiet$
DECLARE
    first_tenant uuid := '00000000-0000-0000-0000-000000000000';
    first_id uuid := '00000000-0000-0000-0000-000000000000';
    next_tenant uuid;
    next_id uuid;
    changed bigint;
    done bigint := 0;
    said timestamptz := clock_timestamp();
BEGIN
    IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
    LOOP
        SELECT "tenant_id", "id" INTO next_tenant, next_id FROM "jobs"
        WHERE ("tenant_id", "id") >= (first_tenant, first_id) ORDER BY "tenant_id", "id" OFFSET 10000 LIMIT 1;
        IF NOT FOUND THEN
            UPDATE "jobs" SET "stage" = 'open' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("stage" = 'todo');
            EXIT;
        END IF;
        UPDATE "jobs" SET "stage" = 'open' WHERE ("tenant_id", "id") >= (first_tenant, first_id) AND ("tenant_id", "id") < (next_tenant, next_id) AND ("stage" = 'todo');
        GET DIAGNOSTICS changed = ROW_COUNT;
        done := done + changed;
        COMMIT;
        IF clock_timestamp() >= said + coalesce(current_setting('archiet.say_every', true), '10s')::interval THEN
            RAISE INFO '% rows are filled in %', done, 'jobs.stage';
            said := clock_timestamp();
        END IF;
        first_tenant := next_tenant;
        first_id := next_id;
    END LOOP;
END
$archiet$;
SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);

-- 20260102000000_change.10
SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);
DROP INDEX CONCURRENTLY IF EXISTS "uq_jobs_open";
CREATE UNIQUE INDEX CONCURRENTLY "uq_jobs_open" ON "jobs" ("tenant_id", "text") WHERE "stage" <> 'closed';
SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);

-- 20260102000000_change.11
DO $archiet$ BEGIN
IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
END $archiet$;
SET LOCAL statement_timeout = 0;
ALTER TABLE "jobs" VALIDATE CONSTRAINT "ck_jobs_kind";
ALTER TABLE "jobs" VALIDATE CONSTRAINT "ck_jobs_last";
ALTER TABLE "jobs" VALIDATE CONSTRAINT "ck_jobs_stage";

-- 20260102000000_change.12
CREATE FUNCTION public."tr_jobs"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."stage" <> 'open' THEN
            RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_jobs_stage_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_jobs_stage_transition';
        END IF;
    ELSIF NEW."stage" <> OLD."stage" AND (OLD."stage", NEW."stage") NOT IN (('open', 'doing'), ('doing', 'closed')) THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_jobs_stage_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_jobs_stage_transition';
    END IF;
    RETURN NULL;
END
$archiet$;
CREATE TRIGGER "tr_jobs" AFTER INSERT OR UPDATE ON "jobs" FOR EACH ROW EXECUTE FUNCTION public."tr_jobs"();
