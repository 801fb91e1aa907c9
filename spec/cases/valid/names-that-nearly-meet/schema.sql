CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    store_id uuid,
    store_name text,
    total integer,
    total1 integer,
    totals integer,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE order_s2s (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    total integer,
    CONSTRAINT pk_order_s2s PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "order_s2s" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "order_s2s" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "order_s2s" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "order_s2s" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE orders_sets (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    total integer,
    CONSTRAINT pk_orders_sets PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "orders_sets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders_sets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders_sets" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders_sets" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_orders_store_id ON orders (tenant_id, store_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_store_id" FOREIGN KEY ("tenant_id", "store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;
