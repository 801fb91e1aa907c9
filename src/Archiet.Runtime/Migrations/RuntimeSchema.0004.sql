-- Refuses a reference as its foreign key does that finds no row: there is one, and whoever writes may not know of it.
CREATE FUNCTION archiet.refuse_reference(foreign_key text) RETURNS xid
LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'foreign_key_violation', CONSTRAINT = foreign_key, MESSAGE = 'A row that is referred to does not exist.';
END
$$;

REVOKE ALL ON FUNCTION archiet.refuse_reference(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archiet.refuse_reference(text) TO {app};
