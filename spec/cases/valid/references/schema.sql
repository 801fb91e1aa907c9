CREATE TABLE clerks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid,
    name character varying(80) NOT NULL,
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
    checked_by_id uuid,
    next_id uuid,
    packed_by_id uuid,
    parent_id uuid,
    sold_by_id uuid NOT NULL,
    store_id uuid NOT NULL,
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

CREATE INDEX ix_orders_checked_by_id ON orders (tenant_id, checked_by_id);

CREATE INDEX ix_orders_next_id ON orders (tenant_id, next_id);

CREATE INDEX ix_orders_packed_by_id ON orders (tenant_id, packed_by_id);

CREATE INDEX ix_orders_parent_id ON orders (tenant_id, parent_id);

CREATE INDEX ix_orders_sold_by_id ON orders (tenant_id, sold_by_id);

CREATE INDEX ix_orders_store_id ON orders (tenant_id, store_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_checked_by_id" FOREIGN KEY ("tenant_id", "checked_by_id") REFERENCES "clerks" ("tenant_id", "id") ON DELETE SET NULL ("checked_by_id");

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_next_id" FOREIGN KEY ("tenant_id", "next_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE SET NULL ("next_id");

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_packed_by_id" FOREIGN KEY ("tenant_id", "packed_by_id") REFERENCES "clerks" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_sold_by_id" FOREIGN KEY ("tenant_id", "sold_by_id") REFERENCES "clerks" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_store_id" FOREIGN KEY ("tenant_id", "store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;
