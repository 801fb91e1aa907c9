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
    by_id uuid,
    margin integer,
    note text,
    total integer,
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

CREATE INDEX ix_orders_by_id ON orders (tenant_id, by_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_by_id" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "clerks" ("tenant_id", "id") ON DELETE RESTRICT;
