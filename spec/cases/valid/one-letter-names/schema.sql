CREATE TABLE os (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a integer,
    b text,
    c_a integer,
    d text,
    e_id uuid,
    CONSTRAINT pk_os PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_os_b CHECK ("b" IN ('x', 'Y')),
    CONSTRAINT ck_os_c CHECK (("c_a" IS NULL) OR ("c_a" IS NOT NULL))
);

ALTER TABLE "os" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "os" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "os" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "os" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_os_e_id ON os (tenant_id, e_id);

ALTER TABLE "os" ADD CONSTRAINT "fk_os_e_id" FOREIGN KEY ("tenant_id", "e_id") REFERENCES "os" ("tenant_id", "id") ON DELETE RESTRICT;
