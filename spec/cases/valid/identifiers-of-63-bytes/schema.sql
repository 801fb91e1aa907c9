CREATE TABLE abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    cccccccccccccccccccccccccccccccccccccccccccccccd integer,
    ccccccccccccccccccccccccccccccccccccccccccccccce integer,
    fffffffffffffffffffffffffffffffffffffffffffff_id uuid,
    CONSTRAINT pk_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_ccc_383c8e47 CHECK ("cccccccccccccccccccccccccccccccccccccccccccccccd" >= 1),
    CONSTRAINT ck_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_ccc_9d2f5b98 CHECK ("ccccccccccccccccccccccccccccccccccccccccccccccce" >= 1)
);

ALTER TABLE "abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE INDEX ix_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_hhh_c8653ef2 ON abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs (tenant_id, fffffffffffffffffffffffffffffffffffffffffffff_id);

CREATE UNIQUE INDEX uq_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_ccc_42987fb9 ON abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs (tenant_id, ccccccccccccccccccccccccccccccccccccccccccccccce);

CREATE UNIQUE INDEX uq_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_ccc_c9fada08 ON abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs (tenant_id, cccccccccccccccccccccccccccccccccccccccccccccccd);

CREATE UNIQUE INDEX uq_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_ggg_7004f0ac ON abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs (tenant_id, cccccccccccccccccccccccccccccccccccccccccccccccd, ccccccccccccccccccccccccccccccccccccccccccccccce);

ALTER TABLE "abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs" ADD CONSTRAINT "fk_abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbs_fff_2921503e" FOREIGN KEY ("tenant_id", "fffffffffffffffffffffffffffffffffffffffffffff_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;
