CREATE TABLE http_routes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a1 integer,
    a1_b integer,
    a_bc integer,
    i_os_version text,
    u_rl text,
    url_path text,
    x2y integer,
    CONSTRAINT pk_http_routes PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "http_routes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "http_routes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "http_routes" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "http_routes" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE TABLE x1_y2s (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a integer,
    CONSTRAINT pk_x1_y2s PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "x1_y2s" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "x1_y2s" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "x1_y2s" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "x1_y2s" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');
