-- What a statement calls where a row as it is written is not one that the caller may write: the statement and all of its transaction are undone within the same
-- round trip. The type is that of xmin, beside which it stands in a CASE.
CREATE FUNCTION archiet.refuse(reason text) RETURNS xid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'AR403', MESSAGE = reason;
END
$$;
REVOKE ALL ON FUNCTION archiet.refuse(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archiet.refuse(text) TO {app};
