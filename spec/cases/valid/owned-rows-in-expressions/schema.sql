CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE order_lines (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    order_id uuid NOT NULL,
    CONSTRAINT pk_order_lines PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "order_lines" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "order_lines" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "order_lines" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_order_lines_order_id ON order_lines (tenant_id, order_id, id);

ALTER TABLE "order_lines" ADD CONSTRAINT "fk_order_lines_order_id" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

CREATE FUNCTION public."tr_order_lines_owner"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    UPDATE "orders" SET "id" = "id"
    WHERE "tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "id" IN (NEW."order_id", OLD."order_id") AND age("xmin") > 0;
    IF EXISTS (
        SELECT FROM "orders"
        WHERE "orders"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "orders"."id" IN (NEW."order_id", OLD."order_id") AND (NOT EXISTS (SELECT 1 FROM "order_lines" AS t1 WHERE t1."tenant_id" = "orders"."tenant_id" AND t1."order_id" = "orders"."id" AND (t1."amount" < 100) IS FALSE)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_small' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_small';
    END IF;
    IF EXISTS (
        SELECT FROM "orders"
        WHERE "orders"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "orders"."id" IN (NEW."order_id", OLD."order_id") AND (EXISTS (SELECT 1 FROM "order_lines" AS t1 WHERE t1."tenant_id" = "orders"."tenant_id" AND t1."order_id" = "orders"."id" AND t1."amount" > 0)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_some' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_some';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE CONSTRAINT TRIGGER "tr_order_lines_owner" AFTER INSERT OR UPDATE OR DELETE ON "order_lines" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."tr_order_lines_owner"();

CREATE FUNCTION public."tr_orders_rows"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF EXISTS (
        SELECT FROM "orders"
        WHERE "orders"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "orders"."id" IN (NEW."id", OLD."id") AND (NOT EXISTS (SELECT 1 FROM "order_lines" AS t1 WHERE t1."tenant_id" = "orders"."tenant_id" AND t1."order_id" = "orders"."id" AND (t1."amount" < 100) IS FALSE)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_small' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_small';
    END IF;
    IF EXISTS (
        SELECT FROM "orders"
        WHERE "orders"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "orders"."id" IN (NEW."id", OLD."id") AND (EXISTS (SELECT 1 FROM "order_lines" AS t1 WHERE t1."tenant_id" = "orders"."tenant_id" AND t1."order_id" = "orders"."id" AND t1."amount" > 0)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_some' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_some';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE CONSTRAINT TRIGGER "tr_orders_rows" AFTER INSERT OR UPDATE ON "orders" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."tr_orders_rows"();
