-- Schema history: a row for each Entity Framework migration that follows from the genome, written in its own transaction beside Entity Framework's row.

-- As Entity Framework would make it, so that what is below can name it.
CREATE TABLE IF NOT EXISTS archiet.migrations (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK_migrations" PRIMARY KEY ("MigrationId")
);

-- A migration that was begun and not completed leaves no row from here on.
DELETE FROM archiet.history AS h WHERE h.applied_at IS NULL OR NOT EXISTS (SELECT FROM archiet.migrations AS m WHERE m."MigrationId" = h.id);
ALTER TABLE archiet.history ALTER applied_at SET NOT NULL, ALTER applied_at SET DEFAULT now();

-- Whether the release before it cannot write to the schema after it.
ALTER TABLE archiet.history ADD breaks boolean NOT NULL DEFAULT false;

-- What undoes it, a statement each, for a migration that is not sealed; and whether PostgreSQL does that in a transaction.
ALTER TABLE archiet.history ADD down_sql text[], ADD down_in_transaction boolean NOT NULL DEFAULT true;

DROP FUNCTION archiet.state();

-- What the database has seen, for the app's role: its history in one question. A migration that somebody wrote by hand has no hash.
CREATE FUNCTION archiet.applied() RETURNS TABLE (runtime_version integer, id text, content_hash text, breaks boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT r.version, m."MigrationId", h.content_hash, h.breaks
    FROM (SELECT max(version) AS version FROM archiet.runtime) AS r
    LEFT JOIN archiet.migrations AS m ON true
    LEFT JOIN archiet.history AS h ON h.id = m."MigrationId"
    ORDER BY m."MigrationId" COLLATE "C"
$$;

REVOKE ALL ON FUNCTION archiet.applied() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archiet.applied() TO {app};
