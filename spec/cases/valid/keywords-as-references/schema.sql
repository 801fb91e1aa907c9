CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    await_id uuid,
    base_id uuid,
    class_id uuid,
    event_id uuid,
    namespace_id uuid,
    record_id uuid,
    string_id uuid,
    this_id uuid,
    var_id uuid,
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

CREATE INDEX ix_orders_await_id ON orders (tenant_id, await_id);

CREATE INDEX ix_orders_base_id ON orders (tenant_id, base_id);

CREATE INDEX ix_orders_class_id ON orders (tenant_id, class_id);

CREATE INDEX ix_orders_event_id ON orders (tenant_id, event_id);

CREATE INDEX ix_orders_namespace_id ON orders (tenant_id, namespace_id);

CREATE INDEX ix_orders_record_id ON orders (tenant_id, record_id);

CREATE INDEX ix_orders_string_id ON orders (tenant_id, string_id);

CREATE INDEX ix_orders_this_id ON orders (tenant_id, this_id);

CREATE INDEX ix_orders_var_id ON orders (tenant_id, var_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_await_id" FOREIGN KEY ("tenant_id", "await_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_base_id" FOREIGN KEY ("tenant_id", "base_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_class_id" FOREIGN KEY ("tenant_id", "class_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_event_id" FOREIGN KEY ("tenant_id", "event_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_namespace_id" FOREIGN KEY ("tenant_id", "namespace_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_record_id" FOREIGN KEY ("tenant_id", "record_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_string_id" FOREIGN KEY ("tenant_id", "string_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_this_id" FOREIGN KEY ("tenant_id", "this_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_var_id" FOREIGN KEY ("tenant_id", "var_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;
