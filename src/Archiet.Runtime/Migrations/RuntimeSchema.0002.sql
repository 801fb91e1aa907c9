-- What a statement calls where a row as it is written is not one that the caller may write: the statement and all of its transaction are undone within the same
-- round trip. The type is that of xmin, beside which it stands in a CASE.
CREATE FUNCTION archiet.refuse(reason text) RETURNS xid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'AR403', MESSAGE = reason;
END
$$;

-- Ends the transaction: an owner has no row of this id. The endpoints look the id up in the request.
CREATE FUNCTION archiet.refuse_row(row_id uuid) RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'AR422', MESSAGE = row_id::text;
END
$$;

-- A length of time as the API writes it: the shortest form of days, hours, minutes and seconds. Only the app writes intervals, and never months.
CREATE FUNCTION archiet.iso_duration(length interval) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = '' AS $$
    SELECT CASE WHEN part.negative THEN '-P' ELSE 'P' END
        || CASE WHEN part.days > 0 THEN part.days || 'D' ELSE '' END
        || CASE WHEN part.rest > 0 OR part.days = 0 THEN 'T' ELSE '' END
        || CASE WHEN part.rest >= 3600 THEN div(part.rest, 3600) || 'H' ELSE '' END
        || CASE WHEN mod(part.rest, 3600) >= 60 THEN div(mod(part.rest, 3600), 60) || 'M' ELSE '' END
        || CASE WHEN mod(part.rest, 60) > 0 OR (part.rest = 0 AND part.days = 0) THEN trim_scale(mod(part.rest, 60)) || 'S' ELSE '' END
    FROM (
        SELECT total.seconds < 0 AS negative, div(abs(total.seconds), 86400) AS days, mod(abs(total.seconds), 86400) AS rest
        FROM (SELECT extract(epoch FROM length) AS seconds) AS total
    ) AS part
$$;

-- The id of a seed row: a uuid of version 8, from SHA-256. Neither name has a slash. SeedId.Of is the same in C#.
CREATE FUNCTION archiet.seed_id(tenant uuid, entity text, key text) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = '' AS $$
    SELECT encode(set_byte(set_byte(hash, 6, (get_byte(hash, 6) & 15) | 128), 8, (get_byte(hash, 8) & 63) | 128), 'hex')::uuid
    FROM (SELECT substring(sha256(uuid_send(tenant) || convert_to(entity || '/' || key, 'UTF8')) FROM 1 FOR 16) AS hash) AS hashed
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA archiet FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA archiet TO {app};
