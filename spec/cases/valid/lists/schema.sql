CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    code character varying(9) NOT NULL,
    number integer NOT NULL,
    open boolean,
    size text NOT NULL,
    store_id uuid,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_size CHECK ("size" IN ('small', 'large'))
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

CREATE INDEX ix_orders_at ON orders (tenant_id, at, id);

CREATE INDEX ix_orders_code ON orders (tenant_id, code, id);

CREATE INDEX ix_orders_number ON orders (tenant_id, number, id);

CREATE INDEX ix_orders_open ON orders (tenant_id, open, id);

CREATE INDEX ix_orders_order ON orders (tenant_id, at DESC, number, id DESC);

CREATE INDEX ix_orders_size ON orders (tenant_id, size, id);

CREATE INDEX ix_orders_store_id ON orders (tenant_id, store_id, id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_store_id" FOREIGN KEY ("tenant_id", "store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;
