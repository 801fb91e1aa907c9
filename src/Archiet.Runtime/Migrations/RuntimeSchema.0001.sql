-- The runtime's own tables. The app's role reads and writes none of them: it may only call the functions below, which run with the owner's rights, each of
-- which answers about the one session, account or membership that it is asked for. A statement smuggled in as the app's role lists no hashes and no tenants.
-- Moments come from the app, so that one clock decides. {app} is the quoted name of its role.

CREATE TABLE archiet.history (
    id text CONSTRAINT pk_history PRIMARY KEY,
    content_hash text NOT NULL,
    -- Null while the migration runs: whoever finds it so asks Entity Framework's own table whether it was committed.
    applied_at timestamptz
);

CREATE TABLE archiet.keys (
    name text CONSTRAINT pk_keys PRIMARY KEY,
    value bytea NOT NULL
);

CREATE TABLE archiet.tenants (
    id uuid CONSTRAINT pk_tenants PRIMARY KEY,
    name text NOT NULL CONSTRAINT ck_tenants_name CHECK (length(name) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL
);

CREATE TABLE archiet.accounts (
    id uuid CONSTRAINT pk_accounts PRIMARY KEY,
    email text NOT NULL,
    email_key text NOT NULL CONSTRAINT uq_accounts_email UNIQUE,
    password_hash text NOT NULL,
    password_changed_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE archiet.memberships (
    account_id uuid NOT NULL CONSTRAINT fk_memberships_account REFERENCES archiet.accounts ON DELETE CASCADE,
    tenant_id uuid NOT NULL CONSTRAINT fk_memberships_tenant REFERENCES archiet.tenants ON DELETE CASCADE,
    -- By name: a role that the genome does not know grants nothing, and a new role moves no other's rights.
    roles text[] NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_memberships PRIMARY KEY (account_id, tenant_id)
);
CREATE INDEX ix_memberships_tenant ON archiet.memberships (tenant_id);

CREATE TABLE archiet.sessions (
    hash bytea CONSTRAINT pk_sessions PRIMARY KEY CONSTRAINT ck_sessions_hash CHECK (octet_length(hash) = 32),
    account_id uuid NOT NULL CONSTRAINT fk_sessions_account REFERENCES archiet.accounts ON DELETE CASCADE,
    tenant_id uuid,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    -- A membership that ends takes the sessions in its tenant with it.
    CONSTRAINT fk_sessions_membership FOREIGN KEY (account_id, tenant_id) REFERENCES archiet.memberships ON DELETE CASCADE
);
CREATE INDEX ix_sessions_account ON archiet.sessions (account_id, tenant_id);

-- What the database's schema is: the runtime's version, and the app's hash, null while no migration was completed.
CREATE FUNCTION archiet.state() RETURNS TABLE (runtime_version integer, content_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT (SELECT max(r.version) FROM archiet.runtime r), (SELECT h.content_hash FROM archiet.history h WHERE h.applied_at IS NOT NULL ORDER BY h.id DESC LIMIT 1)
$$;

-- A random key that is made once: the first candidate stays.
CREATE FUNCTION archiet.key(key_name text, candidate bytea) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO archiet.keys (name, value) VALUES (key_name, candidate) ON CONFLICT (name) DO NOTHING;
    RETURN (SELECT value FROM archiet.keys WHERE name = key_name);
END
$$;

CREATE FUNCTION archiet.find_account(key text) RETURNS TABLE (id uuid, email text, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT a.id, a.email, a.password_hash FROM archiet.accounts a WHERE a.email_key = key
$$;

-- Begins a session for a password that was checked against password_hash: nothing begins when it has changed since. Without a tenant named, the only
-- membership is in force, if there is only one. A tenant that is not the account's begins nothing.
CREATE FUNCTION archiet.begin_session(session_hash bytea, account uuid, checked_hash text, tenant uuid, moment timestamptz, ends timestamptz, idle interval)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    chosen uuid := tenant;
BEGIN
    PERFORM 1 FROM archiet.accounts a WHERE a.id = account AND a.password_hash = checked_hash FOR SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF tenant IS NULL THEN
        SELECT (array_agg(m.tenant_id))[1] INTO chosen FROM archiet.memberships m WHERE m.account_id = account HAVING count(*) = 1;
    ELSE
        PERFORM 1 FROM archiet.memberships m WHERE m.account_id = account AND m.tenant_id = tenant FOR SHARE;
        IF NOT FOUND THEN
            RETURN false;
        END IF;
    END IF;
    DELETE FROM archiet.sessions s WHERE s.account_id = account AND (s.ends_at <= moment OR s.seen_at <= moment - idle);
    INSERT INTO archiet.sessions (hash, account_id, tenant_id, created_at, seen_at, ends_at) VALUES (session_hash, account, chosen, moment, moment, ends);
    RETURN true;
END
$$;

-- The session of a hash while it lives, with the roles that its membership has now. Sets tenant and account for the rest of the transaction, so that the
-- member row can be looked up in the same round trip. A visit is noted once a minute.
CREATE FUNCTION archiet.find_session(session_hash bytea, moment timestamptz, idle interval)
RETURNS TABLE (account_id uuid, email text, tenant_id uuid, roles text[], seen_at timestamptz, ends_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
BEGIN
    SELECT s.account_id, a.email, m.tenant_id, m.roles, s.seen_at, s.ends_at
    INTO find_session.account_id, find_session.email, find_session.tenant_id, find_session.roles, find_session.seen_at, find_session.ends_at
    FROM archiet.sessions s
    JOIN archiet.accounts a ON a.id = s.account_id
    LEFT JOIN archiet.memberships m ON m.account_id = s.account_id AND m.tenant_id = s.tenant_id
    WHERE s.hash = session_hash AND s.ends_at > moment AND s.seen_at > moment - idle;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF find_session.seen_at < moment - interval '1 minute' THEN
        UPDATE archiet.sessions s SET seen_at = moment WHERE s.hash = session_hash AND s.seen_at < moment;
        find_session.seen_at := moment;
    END IF;
    PERFORM set_config('app.tenant', coalesce(find_session.tenant_id::text, ''), true), set_config('app.account', find_session.account_id::text, true);
    RETURN NEXT;
END
$$;

-- The tenants that the account of a session belongs to.
CREATE FUNCTION archiet.session_tenants(session_hash bytea) RETURNS TABLE (id uuid, name text, roles text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT t.id, t.name, m.roles
    FROM archiet.sessions s
    JOIN archiet.memberships m ON m.account_id = s.account_id
    JOIN archiet.tenants t ON t.id = m.tenant_id
    WHERE s.hash = session_hash
    ORDER BY t.name, t.id
$$;

-- A living session goes on in another tenant under another hash, and ends when it would have ended.
CREATE FUNCTION archiet.switch_session(old_hash bytea, new_hash bytea, tenant uuid, moment timestamptz, idle interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    old archiet.sessions;
BEGIN
    SELECT s.* INTO old FROM archiet.sessions s WHERE s.hash = old_hash AND s.ends_at > moment AND s.seen_at > moment - idle FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM 1 FROM archiet.memberships m WHERE m.account_id = old.account_id AND m.tenant_id = tenant FOR SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM archiet.sessions s WHERE s.hash = old_hash;
    INSERT INTO archiet.sessions (hash, account_id, tenant_id, created_at, seen_at, ends_at) VALUES (new_hash, old.account_id, tenant, moment, moment, old.ends_at);
    RETURN true;
END
$$;

CREATE FUNCTION archiet.end_session(session_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    DELETE FROM archiet.sessions WHERE hash = session_hash
$$;

-- The same password under a newer hash: no session ends.
CREATE FUNCTION archiet.renew_password_hash(account uuid, old_hash text, new_hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    UPDATE archiet.accounts SET password_hash = new_hash WHERE id = account AND password_hash = old_hash
$$;

-- Provisioning.

CREATE FUNCTION archiet.create_tenant(tenant uuid, tenant_name text, moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    INSERT INTO archiet.tenants (id, name, created_at) VALUES (tenant, tenant_name, moment)
$$;

CREATE FUNCTION archiet.create_account(account uuid, address text, key text, hash text, moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    INSERT INTO archiet.accounts (id, email, email_key, password_hash, password_changed_at, created_at) VALUES (account, address, key, hash, moment, moment)
$$;

-- A new password ends every session of the account.
CREATE FUNCTION archiet.set_password(account uuid, hash text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE archiet.accounts SET password_hash = hash, password_changed_at = moment WHERE id = account;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM archiet.sessions WHERE account_id = account;
    RETURN true;
END
$$;

CREATE FUNCTION archiet.add_membership(account uuid, tenant uuid, role_names text[], moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    INSERT INTO archiet.memberships (account_id, tenant_id, roles, created_at) VALUES (account, tenant, role_names, moment)
$$;

-- Other roles end the account's sessions in the tenant.
CREATE FUNCTION archiet.set_roles(account uuid, tenant uuid, role_names text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE archiet.memberships SET roles = role_names WHERE account_id = account AND tenant_id = tenant;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM archiet.sessions WHERE account_id = account AND tenant_id = tenant;
    RETURN true;
END
$$;

CREATE FUNCTION archiet.remove_membership(account uuid, tenant uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    DELETE FROM archiet.memberships WHERE account_id = account AND tenant_id = tenant;
    RETURN FOUND;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA archiet FROM PUBLIC;
GRANT USAGE ON SCHEMA archiet TO {app};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA archiet TO {app};

-- What the app's own migrations create in public, the app's role may read and write, row by row under row-level security. Nothing else: no TRUNCATE, no DDL.
GRANT USAGE ON SCHEMA public TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app};
