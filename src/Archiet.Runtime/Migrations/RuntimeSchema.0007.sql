-- Signing in has a role of its own: whoever gets a statement to run as the app's role reads no password's hash, puts none in place of another, and begins no session. {login} has
-- no row of the model, and of the runtime what a login asks.
REVOKE EXECUTE ON FUNCTION
    archiet.find_account(text),
    archiet.begin_session(bytea, uuid, text, uuid, timestamptz, timestamptz, interval),
    archiet.renew_password_hash(uuid, text, text)
FROM {app};
GRANT USAGE ON SCHEMA archiet TO {login};
GRANT EXECUTE ON FUNCTION
    archiet.find_account(text),
    archiet.begin_session(bytea, uuid, text, uuid, timestamptz, timestamptz, interval),
    archiet.renew_password_hash(uuid, text, text)
TO {login};

-- What provisioning asks about an address: no hash.
CREATE FUNCTION archiet.account_of(key text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT a.id FROM archiet.accounts a WHERE a.email_key = key
$$;
REVOKE ALL ON FUNCTION archiet.account_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archiet.account_of(text) TO {provisioner};
