CREATE TABLE stores (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    CONSTRAINT pk_stores PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_stores_tenant CHECK ("id" = "tenant_id")
);

CREATE TABLE tags (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    parent_id uuid,
    price_amount integer,
    since date,
    CONSTRAINT pk_tags PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_tags_price CHECK (("price_amount" IS NULL) OR ("price_amount" IS NOT NULL))
);

ALTER TABLE "stores" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stores" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "stores" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "stores" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tags" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "tags" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE UNIQUE INDEX uq_tags_name ON tags (tenant_id, name);

CREATE INDEX ix_tags_parent_id ON tags (tenant_id, parent_id);

ALTER TABLE "tags" ADD CONSTRAINT "fk_tags_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "tags" ("tenant_id", "id") ON DELETE RESTRICT;
