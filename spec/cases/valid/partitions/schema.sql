CREATE TABLE "labels" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "name" character varying(80) NOT NULL,
    CONSTRAINT "pk_labels" PRIMARY KEY ("tenant_id", "id")
) PARTITION BY HASH ("tenant_id");

DO $$
DECLARE
    parent regclass := 'public."labels"'::regclass;
    part text;
BEGIN
    FOR at IN 0..2 LOOP
        part := format('partition_%s.%I', at, 'of ' || parent::oid);
        IF to_regnamespace('partition_' || at) IS NULL THEN
            EXECUTE format('CREATE SCHEMA partition_%s', at);
        END IF;
        EXECUTE format('CREATE TABLE %s ("-" boolean, LIKE %s INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', part, parent);
        EXECUTE format('ALTER TABLE %s DROP COLUMN "-"', part);
        EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS 3, REMAINDER %s)', parent, part, at);
    END LOOP;
END $$;

ALTER TABLE "labels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "labels" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "labels" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "labels" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "orders" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "label_id" uuid,
    "state" text NOT NULL DEFAULT 'open',
    CONSTRAINT "pk_orders" PRIMARY KEY ("tenant_id", "id"),
    CONSTRAINT "ck_orders_state" CHECK ("state" IN ('open', 'paid'))
) PARTITION BY HASH ("tenant_id");

DO $$
DECLARE
    parent regclass := 'public."orders"'::regclass;
    part text;
BEGIN
    FOR at IN 0..2 LOOP
        part := format('partition_%s.%I', at, 'of ' || parent::oid);
        IF to_regnamespace('partition_' || at) IS NULL THEN
            EXECUTE format('CREATE SCHEMA partition_%s', at);
        END IF;
        EXECUTE format('CREATE TABLE %s ("-" boolean, LIKE %s INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', part, parent);
        EXECUTE format('ALTER TABLE %s DROP COLUMN "-"', part);
        EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS 3, REMAINDER %s)', parent, part, at);
    END LOOP;
END $$;

ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "orders_labels" (
    "tenant_id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "label_id" uuid NOT NULL,
    CONSTRAINT "pk_orders_labels" PRIMARY KEY ("tenant_id", "order_id", "label_id")
) PARTITION BY HASH ("tenant_id");

DO $$
DECLARE
    parent regclass := 'public."orders_labels"'::regclass;
    part text;
BEGIN
    FOR at IN 0..2 LOOP
        part := format('partition_%s.%I', at, 'of ' || parent::oid);
        IF to_regnamespace('partition_' || at) IS NULL THEN
            EXECUTE format('CREATE SCHEMA partition_%s', at);
        END IF;
        EXECUTE format('CREATE TABLE %s ("-" boolean, LIKE %s INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', part, parent);
        EXECUTE format('ALTER TABLE %s DROP COLUMN "-"', part);
        EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS 3, REMAINDER %s)', parent, part, at);
    END LOOP;
END $$;

ALTER TABLE "orders_labels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders_labels" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders_labels" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders_labels" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "stores" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "name" character varying(80) NOT NULL,
    CONSTRAINT "pk_stores" PRIMARY KEY ("tenant_id", "id"),
    CONSTRAINT "ck_stores_tenant" CHECK ("id" = "tenant_id")
) PARTITION BY HASH ("tenant_id");

DO $$
DECLARE
    parent regclass := 'public."stores"'::regclass;
    part text;
BEGIN
    FOR at IN 0..2 LOOP
        part := format('partition_%s.%I', at, 'of ' || parent::oid);
        IF to_regnamespace('partition_' || at) IS NULL THEN
            EXECUTE format('CREATE SCHEMA partition_%s', at);
        END IF;
        EXECUTE format('CREATE TABLE %s ("-" boolean, LIKE %s INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', part, parent);
        EXECUTE format('ALTER TABLE %s DROP COLUMN "-"', part);
        EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS 3, REMAINDER %s)', parent, part, at);
    END LOOP;
END $$;

ALTER TABLE "stores" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stores" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "stores" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "stores" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE UNIQUE INDEX uq_labels_name ON labels (tenant_id, name);

CREATE INDEX ix_orders_label_id ON orders (tenant_id, label_id);

CREATE INDEX ix_orders_labels_label_id ON orders_labels (tenant_id, label_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_label_id" FOREIGN KEY ("tenant_id", "label_id") REFERENCES "labels" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders_labels" ADD CONSTRAINT "fk_orders_labels_label_id" FOREIGN KEY ("tenant_id", "label_id") REFERENCES "labels" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "orders_labels" ADD CONSTRAINT "fk_orders_labels_order_id" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

CREATE FUNCTION public."tr_orders"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."state" <> 'open' THEN
            RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_state_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_state_transition';
        END IF;
    ELSIF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (('open', 'paid')) THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_state_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_state_transition';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_orders" AFTER INSERT OR UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION public."tr_orders"();

DO $$
DECLARE
    part record;
BEGIN
    FOR turn IN 1..2 LOOP
        FOR part IN
            SELECT c.oid, c.conrelid::regclass AS relation, c.conname AS was, p.conname AS now
            FROM pg_constraint AS c JOIN pg_constraint AS p ON p.oid = c.conparentid
            WHERE c.connamespace::regnamespace::text ~ '^partition_[0-9]+$' AND c.conname <> p.conname
        LOOP
            EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', part.relation, part.was, CASE turn WHEN 1 THEN 'of ' || part.oid ELSE part.now END);
        END LOOP;
        FOR part IN
            SELECT c.oid, c.relkind, p.relname AS now
            FROM pg_inherits JOIN pg_class AS c ON c.oid = inhrelid JOIN pg_class AS p ON p.oid = inhparent
            WHERE c.relnamespace::regnamespace::text ~ '^partition_[0-9]+$' AND c.relname <> p.relname
        LOOP
            EXECUTE format('ALTER %s %s RENAME TO %I', CASE part.relkind WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END, part.oid::regclass,
                CASE turn WHEN 1 THEN 'of ' || part.oid ELSE part.now END);
        END LOOP;
    END LOOP;
END $$;
