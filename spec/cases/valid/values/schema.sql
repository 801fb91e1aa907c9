CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at_x integer,
    at_y integer,
    discount_amount numeric(12,2),
    discount_currency text,
    discount_note character varying(20),
    price_amount numeric(12,2) NOT NULL,
    price_currency text NOT NULL,
    price_note character varying(20),
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_at CHECK (("at_x" IS NULL AND "at_y" IS NULL) OR ("at_x" IS NOT NULL)),
    CONSTRAINT ck_orders_discount CHECK (("discount_amount" IS NULL AND "discount_currency" IS NULL AND "discount_note" IS NULL) OR ("discount_amount" IS NOT NULL AND "discount_currency" IS NOT NULL)),
    CONSTRAINT ck_orders_discount_amount_range CHECK ("discount_amount" >= 0),
    CONSTRAINT ck_orders_discount_currency CHECK ("discount_currency" IN ('eur', 'czk')),
    CONSTRAINT ck_orders_price_amount_range CHECK ("price_amount" >= 0),
    CONSTRAINT ck_orders_price_currency CHECK ("price_currency" IN ('eur', 'czk'))
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
