CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    add integer,
    alias integer,
    allows integer,
    "and" integer,
    ascending integer,
    async integer,
    await integer,
    by integer,
    descending integer,
    dynamic integer,
    extension integer,
    field integer,
    file integer,
    findings integer,
    "from" integer,
    get integer,
    global integer,
    "group" integer,
    init integer,
    "into" integer,
    it integer,
    "join" integer,
    json integer,
    known integer,
    let integer,
    managed integer,
    nameof integer,
    nint integer,
    "not" integer,
    "notnull" integer,
    nuint integer,
    "on" integer,
    "or" integer,
    orderby integer,
    partial integer,
    record integer,
    remove integer,
    required integer,
    row integer,
    scoped integer,
    "select" integer,
    set integer,
    unmanaged integer,
    value integer,
    values integer,
    var integer,
    "when" integer,
    "where" integer,
    "with" integer,
    yield integer,
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
