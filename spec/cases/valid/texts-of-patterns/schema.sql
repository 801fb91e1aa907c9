CREATE TABLE stores (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at_x integer,
    data jsonb DEFAULT (JSONB '{"a":"^(a+)+$ [a-z]* \\d \\1 (?=x) .*? | {1,2}"}'),
    name text NOT NULL DEFAULT ('^(a+)+$ [a-z]* \d \1 (?=x) .*? | {1,2}'),
    note text DEFAULT ('^(a+)+$ [a-z]* \d \1 (?=x) .*? | {1,2}'),
    size text DEFAULT ('small'),
    CONSTRAINT pk_stores PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_stores_at CHECK (("at_x" IS NULL) OR ("at_x" IS NOT NULL)),
    CONSTRAINT ck_stores_size CHECK ("size" IN ('small', 'large')),
    CONSTRAINT ck_stores_tenant CHECK ("id" = "tenant_id")
);

ALTER TABLE "stores" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stores" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "stores" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "stores" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');
