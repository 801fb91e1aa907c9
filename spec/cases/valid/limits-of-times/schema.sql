CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a date DEFAULT (DATE '0001-01-01'),
    b time without time zone,
    c timestamp with time zone,
    d interval,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_a_range CHECK ("a" >= DATE '0001-01-01' AND "a" <= DATE '9999-12-31'),
    CONSTRAINT ck_orders_b_range CHECK ("b" >= TIME '00:00:00' AND "b" <= TIME '23:59:59'),
    CONSTRAINT ck_orders_c_range CHECK ("c" >= TIMESTAMPTZ '0001-01-01T00:00:00Z' AND "c" <= TIMESTAMPTZ '9999-12-31T23:59:59Z'),
    CONSTRAINT ck_orders_d_range CHECK ("d" >= INTERVAL 'PT0S' AND "d" <= INTERVAL 'P9999D')
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
