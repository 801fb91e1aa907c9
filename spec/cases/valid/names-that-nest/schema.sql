CREATE TABLE sales (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    order_total integer,
    orders_store_id uuid,
    CONSTRAINT pk_sales PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_sales_order_total_range CHECK ("order_total" >= 1),
    CONSTRAINT ck_sales_orders_number_98127f43 CHECK ("order_total" <> 7)
);

ALTER TABLE "sales" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sales" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sales" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE sales_order_tags (
    tenant_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    CONSTRAINT pk_sales_order_tags PRIMARY KEY (tenant_id, sale_id, tag_id)
);

ALTER TABLE "sales_order_tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales_order_tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sales_order_tags" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sales_order_tags" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE sales_orders_9070a83f (
    tenant_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    CONSTRAINT pk_sales_orders_9070a83f PRIMARY KEY (tenant_id, sale_id, tag_id)
);

ALTER TABLE "sales_orders_9070a83f" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales_orders_9070a83f" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sales_orders_9070a83f" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sales_orders_9070a83f" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE sales_tag (
    tenant_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    CONSTRAINT pk_sales_tag PRIMARY KEY (tenant_id, sale_id, tag_id)
);

ALTER TABLE "sales_tag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales_tag" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sales_tag" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sales_tag" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE sales_orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer,
    store_id uuid,
    CONSTRAINT pk_sales_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_sales_orders_number CHECK ("number" <> 7),
    CONSTRAINT ck_sales_orders_number_range CHECK ("number" >= 1)
);

ALTER TABLE "sales_orders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales_orders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sales_orders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sales_orders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE sales_orders_rows (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    once integer,
    sales_order_id uuid NOT NULL,
    CONSTRAINT pk_sales_orders_rows PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "sales_orders_rows" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sales_orders_rows" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sales_orders_rows" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "sales_orders_rows" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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
    name text,
    CONSTRAINT pk_tags_7671f100 PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tags" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "tags" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE ix_sales_tag (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text,
    CONSTRAINT pk_ix_sales_tag PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "ix_sales_tag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ix_sales_tag" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "ix_sales_tag" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "ix_sales_tag" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE ix_sales_tag_tag_id_1dbe258a (
    tenant_id uuid NOT NULL,
    tag_index_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    CONSTRAINT pk_ix_sales_tag_tag_id_1dbe258a PRIMARY KEY (tenant_id, tag_index_id, tag_id)
);

ALTER TABLE "ix_sales_tag_tag_id_1dbe258a" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ix_sales_tag_tag_id_1dbe258a" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "ix_sales_tag_tag_id_1dbe258a" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "ix_sales_tag_tag_id_1dbe258a" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE pk_tags (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text,
    CONSTRAINT pk_pk_tags PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "pk_tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pk_tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "pk_tags" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "pk_tags" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE INDEX ix_sales_order_tags_tag_id_11b69499 ON sales (tenant_id, order_total);

CREATE INDEX ix_sales_orders_number_3f96243f ON sales (tenant_id, order_total);

CREATE INDEX ix_sales_orders_store_id_0af92148 ON sales (tenant_id, orders_store_id);

CREATE INDEX ix_sales_order_tags_tag_id ON sales_order_tags (tenant_id, tag_id);

CREATE INDEX ix_sales_orders_9070a83f_tag_id ON sales_orders_9070a83f (tenant_id, tag_id);

CREATE INDEX ix_sales_tag_tag_id ON sales_tag (tenant_id, tag_id);

CREATE INDEX ix_sales_orders_number ON sales_orders (tenant_id, number);

CREATE INDEX ix_sales_orders_store_id ON sales_orders (tenant_id, store_id);

CREATE INDEX ix_sales_orders_rows_sales_order_id ON sales_orders_rows (tenant_id, sales_order_id, id);

CREATE INDEX ix_ix_sales_tag_tag_id_1dbe258a_tag_id ON ix_sales_tag_tag_id_1dbe258a (tenant_id, tag_id);

ALTER TABLE "sales" ADD CONSTRAINT "fk_sales_orders_store_id_b964ea75" FOREIGN KEY ("tenant_id", "orders_store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "sales_order_tags" ADD CONSTRAINT "fk_sales_order_tags_sale_id" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sales" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "sales_order_tags" ADD CONSTRAINT "fk_sales_order_tags_tag_id" FOREIGN KEY ("tenant_id", "tag_id") REFERENCES "tags" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "sales_orders_9070a83f" ADD CONSTRAINT "fk_sales_orders_9070a83f_sale_id" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sales" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "sales_orders_9070a83f" ADD CONSTRAINT "fk_sales_orders_9070a83f_tag_id" FOREIGN KEY ("tenant_id", "tag_id") REFERENCES "tags" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "sales_tag" ADD CONSTRAINT "fk_sales_tag_sale_id" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sales" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "sales_tag" ADD CONSTRAINT "fk_sales_tag_tag_id" FOREIGN KEY ("tenant_id", "tag_id") REFERENCES "tags" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "sales_orders" ADD CONSTRAINT "fk_sales_orders_store_id" FOREIGN KEY ("tenant_id", "store_id") REFERENCES "stores" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "sales_orders_rows" ADD CONSTRAINT "fk_sales_orders_rows_sales_order_id" FOREIGN KEY ("tenant_id", "sales_order_id") REFERENCES "sales_orders" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "ix_sales_tag_tag_id_1dbe258a" ADD CONSTRAINT "fk_ix_sales_tag_tag_id_1dbe258a_tag_id" FOREIGN KEY ("tenant_id", "tag_id") REFERENCES "tags" ("tenant_id", "id") ON DELETE CASCADE;

ALTER TABLE "ix_sales_tag_tag_id_1dbe258a" ADD CONSTRAINT "fk_ix_sales_tag_tag_id_1dbe258a_tag_index_id" FOREIGN KEY ("tenant_id", "tag_index_id") REFERENCES "ix_sales_tag" ("tenant_id", "id") ON DELETE CASCADE;

CREATE FUNCTION public."tr_sales_orders_rows_2fe2902e"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF EXISTS (
        SELECT FROM "sales_orders"
        WHERE "sales_orders"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "sales_orders"."id" IN (NEW."id", OLD."id") AND (EXISTS (SELECT FROM "sales_orders_rows" AS "owned" WHERE "owned"."tenant_id" = "sales_orders"."tenant_id" AND "owned"."sales_order_id" = "sales_orders"."id" OFFSET 0)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_sales_orders_rows_count_24e78205' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_sales_orders_rows_count_24e78205';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE CONSTRAINT TRIGGER "tr_sales_orders_rows_2fe2902e" AFTER INSERT OR UPDATE ON "sales_orders" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."tr_sales_orders_rows_2fe2902e"();

CREATE FUNCTION public."tr_sales_orders_rows_owner"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    UPDATE "sales_orders" SET "id" = "id"
    WHERE "tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "id" IN (NEW."sales_order_id", OLD."sales_order_id") AND age("xmin") > 0;
    IF EXISTS (
        SELECT FROM "sales_orders"
        WHERE "sales_orders"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "sales_orders"."id" IN (NEW."sales_order_id", OLD."sales_order_id") AND (EXISTS (SELECT FROM "sales_orders_rows" AS "owned" WHERE "owned"."tenant_id" = "sales_orders"."tenant_id" AND "owned"."sales_order_id" = "sales_orders"."id" OFFSET 0)) IS FALSE)
    THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_sales_orders_rows_count_24e78205' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_sales_orders_rows_count_24e78205';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE CONSTRAINT TRIGGER "tr_sales_orders_rows_owner" AFTER INSERT OR UPDATE OR DELETE ON "sales_orders_rows" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."tr_sales_orders_rows_owner"();

CREATE FUNCTION public."tr_sales_orders_rows"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW."once" IS DISTINCT FROM OLD."once") THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_sales_orders_rows_once_once' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_sales_orders_rows_once_once';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_sales_orders_rows" AFTER INSERT OR UPDATE ON "sales_orders_rows" FOR EACH ROW EXECUTE FUNCTION public."tr_sales_orders_rows"();
