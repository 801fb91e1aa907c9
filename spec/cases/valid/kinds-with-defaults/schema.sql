CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    b boolean NOT NULL DEFAULT (TRUE),
    d date NOT NULL DEFAULT (DATE '2024-02-29'),
    e character varying(254) NOT NULL DEFAULT ('a@b.example'),
    h time without time zone NOT NULL DEFAULT (TIME '23:59:59'),
    i integer NOT NULL DEFAULT (-1),
    j jsonb NOT NULL DEFAULT (JSONB '{"a":[1,"x",true,null]}'),
    l bigint NOT NULL DEFAULT (9007199254740993),
    m timestamp with time zone NOT NULL DEFAULT (TIMESTAMPTZ '2024-02-29T23:59:59Z'),
    n numeric(12,3) NOT NULL DEFAULT (1.5),
    p interval NOT NULL DEFAULT (INTERVAL 'PT1S'),
    s character varying(40) NOT NULL DEFAULT ('a'),
    t text NOT NULL DEFAULT (''),
    u uuid NOT NULL DEFAULT (UUID '0195f1a0-0000-7000-8000-000000000001'),
    w character varying(2048) NOT NULL DEFAULT ('https://b.example/?q=1&r=%20#f'),
    y bytea NOT NULL DEFAULT (decode('AQID', 'base64')),
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
