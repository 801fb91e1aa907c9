CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer,
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE orders_rivals (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    rivals_order_id uuid NOT NULL,
    CONSTRAINT pk_orders_rivals PRIMARY KEY (tenant_id, order_id, rivals_order_id)
);

ALTER TABLE "orders_rivals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders_rivals" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders_rivals" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders_rivals" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE orders_tags (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    CONSTRAINT pk_orders_tags PRIMARY KEY (tenant_id, order_id, tag_id)
);

ALTER TABLE "orders_tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "orders_tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "orders_tags" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "orders_tags" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE TABLE tags (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(20) NOT NULL,
    CONSTRAINT pk_tags PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tags" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "tags" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE INDEX ix_orders_rivals_rivals_order_id ON orders_rivals (tenant_id, rivals_order_id);

CREATE INDEX ix_orders_tags_tag_id ON orders_tags (tenant_id, tag_id);

ALTER TABLE "orders_rivals" ADD CONSTRAINT "fk_orders_rivals_order_id" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "orders_rivals" ADD CONSTRAINT "fk_orders_rivals_rivals_order_id" FOREIGN KEY ("tenant_id", "rivals_order_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "orders_tags" ADD CONSTRAINT "fk_orders_tags_order_id" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "orders_tags" ADD CONSTRAINT "fk_orders_tags_tag_id" FOREIGN KEY ("tenant_id", "tag_id") REFERENCES "tags" ("tenant_id", "id") ON DELETE CASCADE;
