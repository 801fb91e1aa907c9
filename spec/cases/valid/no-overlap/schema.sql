DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS "btree_gist" WITH SCHEMA public;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE EXCEPTION 'The database needs the extension btree_gist, and its migrator may not add it: %. An administrator of the database runs once: CREATE EXTENSION "btree_gist" WITH SCHEMA public;', SQLERRM
        USING ERRCODE = 'ARADM';
END $$;

CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    a timestamp with time zone NOT NULL,
    b timestamp with time zone,
    c date NOT NULL,
    d date,
    desk integer NOT NULL,
    off boolean,
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

ALTER TABLE "orders" ADD CONSTRAINT "ex_orders_days" EXCLUDE USING gist ("tenant_id" WITH =, (CASE WHEN "d" < "c" THEN daterange("d", "c", '[]') ELSE daterange("c", "d", '[]') END) WITH &&);

ALTER TABLE "orders" ADD CONSTRAINT "ex_orders_times" EXCLUDE USING gist ("tenant_id" WITH =, "desk" WITH =, (CASE WHEN "b" < "a" THEN tstzrange("b", "a") ELSE tstzrange("a", "b") END) WITH &&) WHERE ("off" <> TRUE);
