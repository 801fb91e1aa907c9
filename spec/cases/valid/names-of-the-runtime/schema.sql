CREATE TABLE acmes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_acmes PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "acmes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "acmes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "acmes" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "acmes" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE archiets (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_archiets PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "archiets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "archiets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "archiets" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "archiets" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE callers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_callers PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "callers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "callers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "callers" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "callers" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE choiceses (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_choiceses PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "choiceses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "choiceses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "choiceses" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "choiceses" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE db_contexts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_db_contexts PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "db_contexts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "db_contexts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "db_contexts" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "db_contexts" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE entity_tables (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_entity_tables PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "entity_tables" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "entity_tables" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "entity_tables" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "entity_tables" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE expressions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_expressions PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "expressions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "expressions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "expressions" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "expressions" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE fields (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_fields PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "fields" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "fields" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "fields" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "fields" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE field_sets (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_field_sets PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "field_sets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "field_sets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "field_sets" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "field_sets" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE findingses (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_findingses PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "findingses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "findingses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "findingses" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "findingses" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE json_elements (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_json_elements PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "json_elements" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "json_elements" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "json_elements" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "json_elements" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE microsofts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_microsofts PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "microsofts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "microsofts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "microsofts" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "microsofts" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE migration_builders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_migration_builders PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "migration_builders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "migration_builders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "migration_builders" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "migration_builders" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE models (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_models PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "models" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "models" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "models" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "models" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE npgsqls (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_npgsqls PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "npgsqls" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "npgsqls" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "npgsqls" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "npgsqls" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE shops (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_shops PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "shops" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "shops" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "shops" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "shops" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
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

CREATE TABLE systems (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_systems PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "systems" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "systems" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "systems" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "systems" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE TABLE verbses (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    title character varying(9),
    CONSTRAINT pk_verbses PRIMARY KEY (tenant_id, id)
);

ALTER TABLE "verbses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "verbses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "verbses" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY "migrator" ON "verbses" TO "shop_owner" USING ((SELECT current_setting('app.migrating', true)) = 'on')
  WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');

CREATE INDEX ix_acmes_parent_id ON acmes (tenant_id, parent_id);

CREATE INDEX ix_archiets_parent_id ON archiets (tenant_id, parent_id);

CREATE INDEX ix_callers_parent_id ON callers (tenant_id, parent_id);

CREATE INDEX ix_choiceses_parent_id ON choiceses (tenant_id, parent_id);

CREATE INDEX ix_db_contexts_parent_id ON db_contexts (tenant_id, parent_id);

CREATE INDEX ix_entity_tables_parent_id ON entity_tables (tenant_id, parent_id);

CREATE INDEX ix_expressions_parent_id ON expressions (tenant_id, parent_id);

CREATE INDEX ix_fields_parent_id ON fields (tenant_id, parent_id);

CREATE INDEX ix_field_sets_parent_id ON field_sets (tenant_id, parent_id);

CREATE INDEX ix_findingses_parent_id ON findingses (tenant_id, parent_id);

CREATE INDEX ix_json_elements_parent_id ON json_elements (tenant_id, parent_id);

CREATE INDEX ix_microsofts_parent_id ON microsofts (tenant_id, parent_id);

CREATE INDEX ix_migration_builders_parent_id ON migration_builders (tenant_id, parent_id);

CREATE INDEX ix_models_parent_id ON models (tenant_id, parent_id);

CREATE INDEX ix_npgsqls_parent_id ON npgsqls (tenant_id, parent_id);

CREATE INDEX ix_shops_parent_id ON shops (tenant_id, parent_id);

CREATE INDEX ix_systems_parent_id ON systems (tenant_id, parent_id);

CREATE INDEX ix_verbses_parent_id ON verbses (tenant_id, parent_id);

ALTER TABLE "acmes" ADD CONSTRAINT "fk_acmes_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "acmes" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "archiets" ADD CONSTRAINT "fk_archiets_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "archiets" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "callers" ADD CONSTRAINT "fk_callers_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "callers" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "choiceses" ADD CONSTRAINT "fk_choiceses_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "choiceses" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "db_contexts" ADD CONSTRAINT "fk_db_contexts_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "db_contexts" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "entity_tables" ADD CONSTRAINT "fk_entity_tables_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "entity_tables" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "expressions" ADD CONSTRAINT "fk_expressions_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "expressions" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "fields" ADD CONSTRAINT "fk_fields_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "fields" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "field_sets" ADD CONSTRAINT "fk_field_sets_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "field_sets" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "findingses" ADD CONSTRAINT "fk_findingses_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "findingses" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "json_elements" ADD CONSTRAINT "fk_json_elements_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "json_elements" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "microsofts" ADD CONSTRAINT "fk_microsofts_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "microsofts" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "migration_builders" ADD CONSTRAINT "fk_migration_builders_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "migration_builders" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "models" ADD CONSTRAINT "fk_models_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "models" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "npgsqls" ADD CONSTRAINT "fk_npgsqls_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "npgsqls" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "shops" ADD CONSTRAINT "fk_shops_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "shops" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "systems" ADD CONSTRAINT "fk_systems_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "systems" ("tenant_id", "id") ON DELETE RESTRICT;

ALTER TABLE "verbses" ADD CONSTRAINT "fk_verbses_parent_id" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "verbses" ("tenant_id", "id") ON DELETE RESTRICT;
