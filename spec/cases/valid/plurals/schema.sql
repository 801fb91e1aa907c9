CREATE TABLE "as" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_as PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "as" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "as" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "as" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "as" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE addresses (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_addresses PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "addresses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "addresses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "addresses" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "addresses" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE boxes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_boxes PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "boxes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boxes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "boxes" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "boxes" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE branches (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_branches PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "branches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "branches" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "branches" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "branches" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE buses (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_buses PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "buses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "buses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "buses" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "buses" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE categories (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_categories PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "categories" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "categories" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "categories" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE days (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_days PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "days" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "days" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "days" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "days" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE dishes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_dishes PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "dishes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "dishes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "dishes" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "dishes" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE key2s (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_key2s PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "key2s" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "key2s" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "key2s" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "key2s" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE people (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a integer,
    CONSTRAINT pk_people PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "people" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "people" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "people" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE quizs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_quizs PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "quizs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quizs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "quizs" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "quizs" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE series_set (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a integer,
    CONSTRAINT pk_series_set PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "series_set" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "series_set" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "series_set" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "series_set" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE sheeps (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b integer,
    CONSTRAINT pk_sheeps PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "sheeps" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sheeps" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sheeps" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sheeps" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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
