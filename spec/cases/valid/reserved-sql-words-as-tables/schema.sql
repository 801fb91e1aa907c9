CREATE TABLE "all" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_all PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "all" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "all" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "all" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "all" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "analyze" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_analyze PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "analyze" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "analyze" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "analyze" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "analyze" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "column" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_column PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "column" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "column" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "column" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "column" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "grant" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_grant PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "grant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grant" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "grant" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "grant" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "group" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_group PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "group" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "group" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "group" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "group" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "natural" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_natural PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "natural" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "natural" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "natural" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "natural" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "order" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_order PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "order" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "order" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "order" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "primary" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_primary PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "primary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "primary" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "primary" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "primary" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "references" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_references PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "references" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "references" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "references" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "references" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "select" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_select PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "select" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "select" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "select" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "select" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE TABLE "table" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_table PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "table" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "table" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "table" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "table" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "user" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_user PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "user" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "user" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE "window" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    to_id uuid,
    CONSTRAINT pk_window PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "window" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "window" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "window" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "window" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE INDEX ix_all_to_id ON "all" (tenant_id, to_id);

CREATE INDEX ix_analyze_to_id ON "analyze" (tenant_id, to_id);

CREATE INDEX ix_column_to_id ON "column" (tenant_id, to_id);

CREATE INDEX ix_grant_to_id ON "grant" (tenant_id, to_id);

CREATE INDEX ix_group_to_id ON "group" (tenant_id, to_id);

CREATE INDEX ix_natural_to_id ON "natural" (tenant_id, to_id);

CREATE INDEX ix_order_to_id ON "order" (tenant_id, to_id);

CREATE INDEX ix_primary_to_id ON "primary" (tenant_id, to_id);

CREATE INDEX ix_references_to_id ON "references" (tenant_id, to_id);

CREATE INDEX ix_select_to_id ON "select" (tenant_id, to_id);

CREATE INDEX ix_table_to_id ON "table" (tenant_id, to_id);

CREATE INDEX ix_user_to_id ON "user" (tenant_id, to_id);

CREATE INDEX ix_window_to_id ON "window" (tenant_id, to_id);

ALTER TABLE "all" ADD CONSTRAINT "fk_all_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "all" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "analyze" ADD CONSTRAINT "fk_analyze_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "analyze" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "column" ADD CONSTRAINT "fk_column_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "column" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "grant" ADD CONSTRAINT "fk_grant_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "grant" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "group" ADD CONSTRAINT "fk_group_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "group" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "natural" ADD CONSTRAINT "fk_natural_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "natural" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "order" ADD CONSTRAINT "fk_order_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "order" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "primary" ADD CONSTRAINT "fk_primary_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "primary" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "references" ADD CONSTRAINT "fk_references_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "references" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "select" ADD CONSTRAINT "fk_select_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "select" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "table" ADD CONSTRAINT "fk_table_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "table" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "user" ADD CONSTRAINT "fk_user_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "user" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "window" ADD CONSTRAINT "fk_window_to_id" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "window" ("tenant_id", "id") ON DELETE RESTRICT;
