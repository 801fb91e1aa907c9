CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a numeric(9,4) NOT NULL DEFAULT (1.5),
    b numeric(9,4) NOT NULL DEFAULT (0),
    c timestamp with time zone NOT NULL DEFAULT (TIMESTAMPTZ '2026-01-31T17:30:00.5Z'),
    d interval NOT NULL DEFAULT (INTERVAL 'PT1H30M'),
    e interval NOT NULL DEFAULT (INTERVAL 'PT0S'),
    f uuid NOT NULL DEFAULT (UUID '0195f1a0-0000-7000-8000-00000000000a'),
    g jsonb NOT NULL DEFAULT (JSONB '{"b":1,"a":[1.0,null]}'),
    h integer NOT NULL DEFAULT (7),
    i integer NOT NULL DEFAULT (0),
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id)
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
