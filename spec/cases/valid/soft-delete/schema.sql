CREATE TABLE clerks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid,
    name text,
    CONSTRAINT pk_clerks PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "clerks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "clerks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "clerks" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "clerks" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    deleted_at timestamp with time zone,
    deleted_by_id uuid,
    number integer NOT NULL,
    parent_id uuid,
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

CREATE UNIQUE INDEX uq_clerks_account_id ON clerks (tenant_id, account_id);

CREATE INDEX ix_orders_deleted_by_id ON orders (tenant_id, deleted_by_id);

CREATE INDEX ix_orders_parent_id ON orders (tenant_id, parent_id);

CREATE UNIQUE INDEX uq_orders_a ON orders (tenant_id, parent_id) WHERE "deleted_at" IS NULL AND ("number" > 0);

CREATE UNIQUE INDEX uq_orders_number ON orders (tenant_id, number) WHERE "deleted_at" IS NULL;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_deleted_by_id" FOREIGN KEY ("tenant_id", "deleted_by_id") REFERENCES "clerks" ("tenant_id", "id") ON DELETE SET NULL ("deleted_by_id");

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE RESTRICT;

CREATE FUNCTION public."tr_orders"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF NEW."parent_id" IS NOT NULL AND (TG_OP = 'INSERT' OR NEW."parent_id" IS DISTINCT FROM OLD."parent_id") THEN
        PERFORM FROM "orders" WHERE "tenant_id" = NEW."tenant_id" AND "id" = NEW."parent_id" AND "deleted_at" IS NULL FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'a row of "%" refers to a deleted row', TG_TABLE_NAME
                USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'fk_orders_parent_id';
        END IF;
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_orders" AFTER INSERT OR UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION public."tr_orders"();
