CREATE TABLE "as" (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b_id uuid,
    CONSTRAINT pk_as PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "as" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "as" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "as" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "as" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE bs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    c_id uuid,
    CONSTRAINT pk_bs PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "bs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "bs" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "bs" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE cs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a_id uuid,
    CONSTRAINT pk_cs PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "cs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "cs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "cs" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "cs" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_as_b_id ON "as" (tenant_id, b_id);

CREATE INDEX ix_bs_c_id ON bs (tenant_id, c_id);

CREATE INDEX ix_cs_a_id ON cs (tenant_id, a_id);

ALTER TABLE "as" ADD CONSTRAINT "fk_as_b_id" FOREIGN KEY ("tenant_id", "b_id") REFERENCES "bs" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "bs" ADD CONSTRAINT "fk_bs_c_id" FOREIGN KEY ("tenant_id", "c_id") REFERENCES "cs" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "cs" ADD CONSTRAINT "fk_cs_a_id" FOREIGN KEY ("tenant_id", "a_id") REFERENCES "as" ("tenant_id", "id") ON DELETE SET NULL ("a_id");
