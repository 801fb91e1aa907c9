CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    address_floor character varying(10),
    address_street character varying(80),
    changed_at timestamp with time zone,
    code character varying(20) NOT NULL,
    fax character varying(40),
    note character varying(80),
    printer_id uuid,
    sender_floor character varying(10),
    sender_street character varying(80),
    status text DEFAULT ('open'),
    total integer,
    twice bigint GENERATED ALWAYS AS ("total"::numeric + "total") STORED,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_address CHECK (("address_street" IS NULL) OR ("address_street" IS NOT NULL)),
    CONSTRAINT ck_orders_fax_length CHECK (char_length("fax") >= 3),
    CONSTRAINT ck_orders_sender CHECK (("sender_street" IS NULL) OR ("sender_street" IS NOT NULL)),
    CONSTRAINT ck_orders_status CHECK ("status" IN ('open', 'paid'))
);

ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE printers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    deleted_at timestamp with time zone,
    model character varying(40) NOT NULL,
    spare_id uuid,
    state text NOT NULL DEFAULT ('open'),
    store_id uuid NOT NULL,
    CONSTRAINT pk_printers PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_printers_state CHECK ("state" IN ('open', 'paid'))
);

ALTER TABLE "printers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "printers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "printers" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "printers" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE printers_orders (
    tenant_id uuid NOT NULL,
    printer_id uuid NOT NULL,
    order_id uuid NOT NULL,
    CONSTRAINT pk_printers_orders PRIMARY KEY (tenant_id, printer_id, order_id)
);

ALTER TABLE "printers_orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "printers_orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "printers_orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "printers_orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE stores (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    CONSTRAINT pk_stores PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_stores_tenant CHECK ("id" = "tenant_id")
);

ALTER TABLE "stores" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stores" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "stores" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "stores" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE trays (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    printer_id uuid NOT NULL,
    size integer NOT NULL,
    CONSTRAINT pk_trays PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "trays" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "trays" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "trays" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "trays" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE INDEX ix_orders_printer_id ON orders (tenant_id, printer_id);

CREATE UNIQUE INDEX uq_orders_fax ON orders (tenant_id, fax);

CREATE UNIQUE INDEX uq_orders_note ON orders (tenant_id, note);

CREATE INDEX ix_printers_spare_id ON printers (tenant_id, spare_id);

CREATE INDEX ix_printers_store_id ON printers (tenant_id, store_id);

CREATE UNIQUE INDEX uq_printers_model ON printers (tenant_id, model) WHERE "deleted_at" IS NULL;

CREATE INDEX ix_printers_orders_order_id ON printers_orders (tenant_id, order_id);

CREATE INDEX ix_trays_printer_id ON trays (tenant_id, printer_id, id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_printer_id" FOREIGN KEY ("tenant_id", "printer_id") REFERENCES "printers" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "printers" ADD CONSTRAINT "fk_printers_spare_id" FOREIGN KEY ("tenant_id", "spare_id") REFERENCES "printers" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "printers" ADD CONSTRAINT "fk_printers_store_id" FOREIGN KEY ("tenant_id", "store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "printers_orders" ADD CONSTRAINT "fk_printers_orders_order_id" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "printers_orders" ADD CONSTRAINT "fk_printers_orders_printer_id" FOREIGN KEY ("tenant_id", "printer_id") REFERENCES "printers" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "trays" ADD CONSTRAINT "fk_trays_printer_id" FOREIGN KEY ("tenant_id", "printer_id") REFERENCES "printers" ("tenant_id", "id") ON DELETE CASCADE;

CREATE FUNCTION public."tr_orders"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW."total" IS DISTINCT FROM OLD."total") THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_total_once' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_total_once';
    END IF;
    IF NEW."printer_id" IS NOT NULL AND (TG_OP = 'INSERT' OR NEW."printer_id" IS DISTINCT FROM OLD."printer_id") THEN
        PERFORM FROM "printers" WHERE "tenant_id" = NEW."tenant_id" AND "id" = NEW."printer_id" AND "deleted_at" IS NULL FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'a row of "%" refers to a deleted row', TG_TABLE_NAME
                USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'fk_orders_printer_id';
        END IF;
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_orders" AFTER INSERT OR UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION public."tr_orders"();

CREATE FUNCTION public."tr_printers"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."state" <> 'open' THEN
            RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_printers_state_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_printers_state_transition';
        END IF;
    ELSIF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (('open', 'paid')) THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_printers_state_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_printers_state_transition';
    END IF;
    IF NEW."spare_id" IS NOT NULL AND (TG_OP = 'INSERT' OR NEW."spare_id" IS DISTINCT FROM OLD."spare_id") THEN
        PERFORM FROM "printers" WHERE "tenant_id" = NEW."tenant_id" AND "id" = NEW."spare_id" AND "deleted_at" IS NULL FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'a row of "%" refers to a deleted row', TG_TABLE_NAME
                USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'fk_printers_spare_id';
        END IF;
    END IF;
    IF (TG_OP = 'INSERT' OR NEW."model" IS DISTINCT FROM OLD."model" OR NEW."store_id" IS DISTINCT FROM OLD."store_id") AND (NEW."model" <> '?' AND (SELECT t1."name" FROM "stores" AS t1 WHERE t1."tenant_id" = NEW."tenant_id" AND t1."id" = NEW."store_id") <> '') IS FALSE THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_printers_named' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_printers_named';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_printers" AFTER INSERT OR UPDATE ON "printers" FOR EACH ROW EXECUTE FUNCTION public."tr_printers"();

CREATE FUNCTION public."tr_printers_rows"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF EXISTS (
        SELECT FROM "printers"
        WHERE "printers"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "printers"."id" IN (NEW."id", OLD."id") AND (NOT EXISTS (SELECT FROM "trays" AS "owned" WHERE "owned"."tenant_id" = "printers"."tenant_id" AND "owned"."printer_id" = "printers"."id" OFFSET 4)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_printers_trays_count' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_printers_trays_count';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE CONSTRAINT TRIGGER "tr_printers_rows" AFTER INSERT OR UPDATE ON "printers" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."tr_printers_rows"();

CREATE FUNCTION public."tr_trays_owner"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    UPDATE "printers" SET "id" = "id"
    WHERE "tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "id" IN (NEW."printer_id", OLD."printer_id") AND age("xmin") > 0;
    IF EXISTS (
        SELECT FROM "printers"
        WHERE "printers"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "printers"."id" IN (NEW."printer_id", OLD."printer_id") AND (NOT EXISTS (SELECT FROM "trays" AS "owned" WHERE "owned"."tenant_id" = "printers"."tenant_id" AND "owned"."printer_id" = "printers"."id" OFFSET 4)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_printers_trays_count' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_printers_trays_count';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE CONSTRAINT TRIGGER "tr_trays_owner" AFTER INSERT OR UPDATE OR DELETE ON "trays" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."tr_trays_owner"();
