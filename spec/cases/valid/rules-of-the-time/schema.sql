CREATE TABLE customers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    "limit" integer NOT NULL,
    CONSTRAINT pk_customers PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "customers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "customers" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "customers" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone,
    customer_id uuid NOT NULL,
    total integer NOT NULL,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_orders_customer_id ON orders (tenant_id, customer_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_customer_id" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers" ("tenant_id", "id") ON DELETE RESTRICT;

CREATE FUNCTION public."tr_orders"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF (TG_OP = 'INSERT' OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."total" IS DISTINCT FROM OLD."total") AND (NEW."total" <= (SELECT t1."limit" FROM "customers" AS t1 WHERE t1."tenant_id" = NEW."tenant_id" AND t1."id" = NEW."customer_id")) IS FALSE THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_in_limit' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_in_limit';
    END IF;
    IF (TG_OP = 'INSERT' OR NEW."at" IS DISTINCT FROM OLD."at") AND (NEW."at" <= now()) IS FALSE THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_in_time' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_in_time';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_orders" AFTER INSERT OR UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION public."tr_orders"();
