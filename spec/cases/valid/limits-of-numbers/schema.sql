CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a integer DEFAULT (-2147483648),
    b bigint DEFAULT (-9223372036854775808),
    c numeric(28,0) DEFAULT (9999999999999999999999999999),
    d numeric(28,28),
    e numeric(1,0),
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_a_range CHECK ("a" >= -2147483648 AND "a" <= 2147483647),
    CONSTRAINT ck_orders_b_range CHECK ("b" >= -9223372036854775808 AND "b" <= 9223372036854775807),
    CONSTRAINT ck_orders_c_range CHECK ("c" >= -9999999999999999999999999999 AND "c" <= 9999999999999999999999999999),
    CONSTRAINT ck_orders_d_range CHECK ("d" >= -0.9999999999999999999999999999 AND "d" <= 0.9999999999999999999999999999),
    CONSTRAINT ck_orders_e_range CHECK ("e" >= 0 AND "e" <= 0)
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
