CREATE TABLE clerks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid,
    name text,
    CONSTRAINT pk_clerks PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "clerks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "clerks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "clerks" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "clerks" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone,
    paid_at timestamp with time zone,
    paid_by_id uuid,
    state text NOT NULL DEFAULT ('OPEN'),
    CONSTRAINT pk_orders PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_orders_state CHECK ("state" IN ('OPEN', 'paid', 'gone'))
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

CREATE UNIQUE INDEX uq_clerks_account_id ON clerks (tenant_id, account_id);

CREATE INDEX ix_orders_paid_by_id ON orders (tenant_id, paid_by_id);

ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_paid_by_id" FOREIGN KEY ("tenant_id", "paid_by_id") REFERENCES "clerks" ("tenant_id", "id") ON DELETE RESTRICT;

CREATE FUNCTION public."tr_orders"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $archiet$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."state" <> 'OPEN' THEN
            RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_state_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_state_transition';
        END IF;
    ELSIF NEW."state" <> OLD."state" AND (OLD."state", NEW."state") NOT IN (('OPEN', 'gone'), ('paid', 'gone'), ('OPEN', 'paid'), ('gone', 'OPEN')) THEN
        RAISE EXCEPTION 'a row of "%" breaks "%"', TG_TABLE_NAME, 'ck_orders_state_transition' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = 'ck_orders_state_transition';
    END IF;
    RETURN NULL;
END
$archiet$;

CREATE TRIGGER "tr_orders" AFTER INSERT OR UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION public."tr_orders"();
