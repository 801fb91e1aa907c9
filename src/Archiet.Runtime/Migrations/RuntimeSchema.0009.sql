-- Work that goes through all tenants asks for their ids, a page at a time. Not the app's role: whoever gets a statement to run as it knows no tenant but the one that is in force.
CREATE FUNCTION archiet.tenants_after(last uuid, most integer) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT t.id FROM archiet.tenants AS t WHERE last IS NULL OR t.id > last ORDER BY t.id LIMIT most
$$;
REVOKE ALL ON FUNCTION archiet.tenants_after(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archiet.tenants_after(uuid, integer) TO {provisioner};
