CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    day date,
    mail character varying(254),
    number integer NOT NULL,
    size text,
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

CREATE INDEX ix_orders_again ON orders (tenant_id, store_id, day);

CREATE INDEX ix_orders_by_day ON orders (tenant_id, day, size);

CREATE UNIQUE INDEX uq_orders_by_size ON orders (tenant_id, size, store_id);

CREATE UNIQUE INDEX uq_orders_mail ON orders (tenant_id, mail);

CREATE UNIQUE INDEX uq_orders_number ON orders (tenant_id, number);

CREATE UNIQUE INDEX uq_orders_per_day ON orders (tenant_id, day, number);

CREATE UNIQUE INDEX uq_orders_store ON orders (tenant_id, store_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_store_id" FOREIGN KEY ("tenant_id", "store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;
