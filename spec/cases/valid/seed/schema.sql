DO $archiet$ BEGIN
IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = 'ARMIG';
END IF;
END $archiet$;
SET LOCAL statement_timeout = 0;

CREATE TABLE categories (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    parent_id uuid,
    CONSTRAINT pk_categories PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "categories" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "categories" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "categories" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE rates (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at time without time zone,
    category_id uuid NOT NULL,
    is_usual boolean,
    note text,
    pace text NOT NULL DEFAULT ('SLOW'),
    percent numeric(5,2) NOT NULL,
    price_amount numeric(9,2),
    price_currency character varying(3),
    since date,
    takes interval,
    CONSTRAINT pk_rates PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_rates_pace CHECK ("pace" IN ('SLOW', 'fast')),
    CONSTRAINT ck_rates_price CHECK (("price_amount" IS NULL AND "price_currency" IS NULL) OR ("price_amount" IS NOT NULL AND "price_currency" IS NOT NULL))
);

ALTER TABLE "rates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "rates" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "rates" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_categories_parent_id ON categories (tenant_id, parent_id);

CREATE UNIQUE INDEX uq_categories_name ON categories (tenant_id, name);

CREATE INDEX ix_rates_category_id ON rates (tenant_id, category_id);

ALTER TABLE "categories" ADD CONSTRAINT "fk_categories_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "categories" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "rates" ADD CONSTRAINT "fk_rates_category_id" FOREIGN KEY ("tenant_id", "category_id") REFERENCES "categories" ("tenant_id", "id") ON DELETE RESTRICT;

INSERT INTO "categories" ("tenant_id", "id", "name", "parent_id")
SELECT tenants.id, archiet.seed_id(tenants.id, 'Category', 'food'), 'Food', NULL FROM archiet.tenants AS tenants ORDER BY tenants.id
ON CONFLICT ("tenant_id", "id") DO UPDATE SET "name" = EXCLUDED."name", "parent_id" = EXCLUDED."parent_id"
WHERE ("categories"."name", "categories"."parent_id") IS DISTINCT FROM (EXCLUDED."name", EXCLUDED."parent_id");

INSERT INTO "categories" ("tenant_id", "id", "name", "parent_id")
SELECT tenants.id, archiet.seed_id(tenants.id, 'Category', 'bread'), 'Bread', archiet.seed_id(tenants.id, 'Category', 'food') FROM archiet.tenants AS tenants ORDER BY tenants.id
ON CONFLICT ("tenant_id", "id") DO UPDATE SET "name" = EXCLUDED."name", "parent_id" = EXCLUDED."parent_id"
WHERE ("categories"."name", "categories"."parent_id") IS DISTINCT FROM (EXCLUDED."name", EXCLUDED."parent_id");

INSERT INTO "rates" ("tenant_id", "id", "category_id", "percent", "pace", "price_amount", "price_currency", "is_usual", "since", "at", "takes", "note")
SELECT tenants.id, archiet.seed_id(tenants.id, 'Rate', 'usual'), archiet.seed_id(tenants.id, 'Category', 'food'), 7.5, 'SLOW', 1.5, 'EUR', TRUE, DATE '2020-02-29', TIME '07:30:00', INTERVAL 'PT1H30M', NULL FROM archiet.tenants AS tenants ORDER BY tenants.id
ON CONFLICT ("tenant_id", "id") DO UPDATE SET "at" = EXCLUDED."at", "category_id" = EXCLUDED."category_id", "is_usual" = EXCLUDED."is_usual", "note" = EXCLUDED."note", "pace" = EXCLUDED."pace", "percent" = EXCLUDED."percent", "price_amount" = EXCLUDED."price_amount", "price_currency" = EXCLUDED."price_currency", "since" = EXCLUDED."since", "takes" = EXCLUDED."takes"
WHERE ("rates"."at", "rates"."category_id", "rates"."is_usual", "rates"."note", "rates"."pace", "rates"."percent", "rates"."price_amount", "rates"."price_currency", "rates"."since", "rates"."takes") IS DISTINCT FROM (EXCLUDED."at", EXCLUDED."category_id", EXCLUDED."is_usual", EXCLUDED."note", EXCLUDED."pace", EXCLUDED."percent", EXCLUDED."price_amount", EXCLUDED."price_currency", EXCLUDED."since", EXCLUDED."takes");

INSERT INTO "rates" ("tenant_id", "id", "category_id", "percent", "pace", "price_amount", "price_currency", "is_usual", "since", "at", "takes", "note")
SELECT tenants.id, archiet.seed_id(tenants.id, 'Rate', 'other'), archiet.seed_id(tenants.id, 'Category', 'bread'), 0, 'fast', NULL, NULL, NULL, NULL, NULL, NULL, 'It''s "other"; -- \ $1 $$ {0}' FROM archiet.tenants AS tenants ORDER BY tenants.id
ON CONFLICT ("tenant_id", "id") DO UPDATE SET "at" = EXCLUDED."at", "category_id" = EXCLUDED."category_id", "is_usual" = EXCLUDED."is_usual", "note" = EXCLUDED."note", "pace" = EXCLUDED."pace", "percent" = EXCLUDED."percent", "price_amount" = EXCLUDED."price_amount", "price_currency" = EXCLUDED."price_currency", "since" = EXCLUDED."since", "takes" = EXCLUDED."takes"
WHERE ("rates"."at", "rates"."category_id", "rates"."is_usual", "rates"."note", "rates"."pace", "rates"."percent", "rates"."price_amount", "rates"."price_currency", "rates"."since", "rates"."takes") IS DISTINCT FROM (EXCLUDED."at", EXCLUDED."category_id", EXCLUDED."is_usual", EXCLUDED."note", EXCLUDED."pace", EXCLUDED."percent", EXCLUDED."price_amount", EXCLUDED."price_currency", EXCLUDED."since", EXCLUDED."takes");
