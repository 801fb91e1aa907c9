CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a character varying(1),
    b character varying(10485760),
    c text,
    d bytea,
    e character varying(60),
    f character varying(300),
    g character varying(3),
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_a_length CHECK (char_length("a") >= 1),
    CONSTRAINT ck_orders_c_length CHECK (char_length("c") >= 2 AND char_length("c") <= 9),
    CONSTRAINT ck_orders_d_length CHECK (octet_length("d") >= 1 AND octet_length("d") <= 16),
    CONSTRAINT ck_orders_f_length CHECK (char_length("f") >= 12),
    CONSTRAINT ck_orders_g_length CHECK (char_length("g") >= 3)
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
