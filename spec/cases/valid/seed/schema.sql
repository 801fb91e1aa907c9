CREATE TABLE categories (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    parent_id uuid,
    CONSTRAINT pk_categories PRIMARY KEY (tenant_id, id)
);

CREATE TABLE rates (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    category_id uuid NOT NULL,
    percent numeric(5,2) NOT NULL,
    pace text NOT NULL DEFAULT ('SLOW'),
    price_amount numeric(9,2),
    price_currency character varying(3),
    is_usual boolean,
    since date,
    at time without time zone,
    takes interval,
    note text,
    CONSTRAINT pk_rates PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_rates_pace CHECK ("pace" IN ('SLOW', 'fast')),
    CONSTRAINT ck_rates_price CHECK (("price_amount" IS NULL AND "price_currency" IS NULL) OR ("price_amount" IS NOT NULL AND "price_currency" IS NOT NULL))
);

CREATE TABLE stores (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    CONSTRAINT pk_stores PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_stores_tenant CHECK ("id" = "tenant_id")
);

ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "categories" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "categories" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "categories" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

ALTER TABLE "rates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "rates" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "rates" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

ALTER TABLE "stores" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stores" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "stores" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "stores" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE UNIQUE INDEX uq_categories_name ON categories (tenant_id, name);

CREATE INDEX ix_categories_parent_id ON categories (tenant_id, parent_id);

CREATE INDEX ix_rates_category_id ON rates (tenant_id, category_id);

ALTER TABLE "categories" ADD CONSTRAINT "fk_categories_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "categories" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "rates" ADD CONSTRAINT "fk_rates_category_id" FOREIGN KEY ("tenant_id", "category_id") REFERENCES "categories" ("tenant_id", "id") ON DELETE RESTRICT;
