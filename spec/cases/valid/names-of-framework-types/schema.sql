CREATE TABLE environments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    date_time timestamp with time zone,
    guid uuid,
    path text,
    string text,
    CONSTRAINT pk_environments PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "environments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "environments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "environments" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "environments" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE files (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid,
    CONSTRAINT pk_files PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "files" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "files" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "files" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE TABLE tasks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text,
    CONSTRAINT pk_tasks PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tasks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tasks" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "tasks" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE INDEX ix_files_task_id ON files (tenant_id, task_id);

ALTER TABLE "files" ADD CONSTRAINT "fk_files_task_id" FOREIGN KEY ("tenant_id", "task_id") REFERENCES "tasks" ("tenant_id", "id") ON DELETE RESTRICT;
