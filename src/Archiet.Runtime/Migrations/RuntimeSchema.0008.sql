-- Guesses are counted for all processes of the app, and people change their passwords and see to their sessions themselves.

-- By a hash of address and network, so that nothing here tells who tries to sign in from where.
CREATE TABLE archiet.attempts (
    slot bytea CONSTRAINT pk_attempts PRIMARY KEY,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL
);
CREATE INDEX ix_attempts_last ON archiet.attempts (last_at);

CREATE FUNCTION archiet.attempt_slot(key text, network text) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
    SELECT sha256(convert_to(coalesce(key, '') || E'\n' || network, 'UTF8'))
$$;

-- How long an attempt after so many failures waits: five are free, each further one waits twice as long as the one before, to a quarter of an hour.
CREATE FUNCTION archiet.attempt_delay(failures integer) RETURNS interval
LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
    SELECT CASE WHEN failures < 5 THEN interval '0' ELSE least(interval '1 second' * 2 ^ least(failures - 5, 16), interval '15 minutes') END
$$;

-- How long the caller has to wait before an attempt is looked at; zero for not at all, and then the attempt counts as failed until it has succeeded: of attempts sent all at once, to
-- whichever processes, no more pass than of attempts sent one by one. Failures are forgotten after half an hour.
CREATE FUNCTION archiet.attempt(key text, network text, moment timestamptz) RETURNS interval
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    own bytea := archiet.attempt_slot(key, network);
BEGIN
    INSERT INTO archiet.attempts AS a (slot, failures, last_at) VALUES (own, 1, moment)
    ON CONFLICT (slot) DO UPDATE
        SET failures = CASE WHEN a.last_at < moment - interval '30 minutes' THEN 1 ELSE a.failures + 1 END, last_at = greatest(a.last_at, moment)
        WHERE a.failures < 5 OR a.last_at + archiet.attempt_delay(a.failures) <= moment;
    IF FOUND THEN
        -- Others' that are forgotten, a few at a time, so that the table holds what half an hour brought. Behind one's own, and past what is locked: nobody waits for another here.
        DELETE FROM archiet.attempts WHERE slot IN (
            SELECT a.slot FROM archiet.attempts AS a WHERE a.last_at < moment - interval '30 minutes' ORDER BY a.last_at LIMIT 10 FOR UPDATE SKIP LOCKED);
        RETURN interval '0';
    END IF;
    RETURN (SELECT a.last_at + archiet.attempt_delay(a.failures) - moment FROM archiet.attempts AS a WHERE a.slot = own);
END
$$;

-- An account for a password that is to be checked, or how long to wait before one is. Without a key there is no account, and the attempt counts.
CREATE FUNCTION archiet.enter_login(key text, network text, moment timestamptz) RETURNS TABLE (wait interval, id uuid, password_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    wait := archiet.attempt(key, network, moment);
    IF wait = interval '0' THEN
        SELECT a.id, a.password_hash INTO enter_login.id, enter_login.password_hash FROM archiet.accounts AS a WHERE a.email_key = key;
    END IF;
    RETURN NEXT;
END
$$;

CREATE FUNCTION archiet.forget_attempts(key text, network text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    DELETE FROM archiet.attempts WHERE slot = archiet.attempt_slot(key, network)
$$;

-- The same for the account of a living session; no row where there is none.
CREATE FUNCTION archiet.enter_password_change(session_hash bytea, network text, moment timestamptz, idle interval)
RETURNS TABLE (wait interval, id uuid, email text, email_key text, password_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    SELECT a.id, a.email, a.email_key, a.password_hash
    INTO enter_password_change.id, enter_password_change.email, enter_password_change.email_key, enter_password_change.password_hash
    FROM archiet.sessions AS s JOIN archiet.accounts AS a ON a.id = s.account_id
    WHERE s.hash = session_hash AND s.ends_at > moment AND s.seen_at > moment - idle;
    IF FOUND THEN
        wait := archiet.attempt(enter_password_change.email_key, network, moment);
        IF wait > interval '0' THEN
            enter_password_change.password_hash := NULL;
        END IF;
        RETURN NEXT;
    END IF;
END
$$;

-- Another password for the account of a living session, whose old one was checked against checked_hash. Every session of the account ends; this one goes on under another hash, and
-- ends when it would have ended.
CREATE FUNCTION archiet.change_password(
    session_hash bytea, new_session_hash bytea, checked_hash text, new_hash text, network text, moment timestamptz, idle interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    old archiet.sessions;
    address text;
BEGIN
    SELECT s.* INTO old FROM archiet.sessions AS s WHERE s.hash = session_hash AND s.ends_at > moment AND s.seen_at > moment - idle;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE archiet.accounts AS a SET password_hash = new_hash, password_changed_at = moment WHERE a.id = old.account_id AND a.password_hash = checked_hash RETURNING a.email_key INTO address;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM archiet.sessions WHERE account_id = old.account_id;
    INSERT INTO archiet.sessions (hash, account_id, tenant_id, created_at, seen_at, ends_at) VALUES (new_session_hash, old.account_id, old.tenant_id, moment, moment, old.ends_at);
    PERFORM archiet.forget_attempts(address, network);
    RETURN true;
END
$$;

-- What a session is told from others by, where its hash is not to be told.
ALTER TABLE archiet.sessions ADD id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT uq_sessions_id UNIQUE;

-- The living sessions of the account that a living session is of, the newest first.
CREATE FUNCTION archiet.sessions_of(session_hash bytea, moment timestamptz, idle interval)
RETURNS TABLE (id uuid, tenant_id uuid, created_at timestamptz, seen_at timestamptz, ends_at timestamptz, is_current boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT s.id, s.tenant_id, s.created_at, s.seen_at, s.ends_at, s.hash = session_hash
    FROM archiet.sessions AS mine JOIN archiet.sessions AS s ON s.account_id = mine.account_id
    WHERE mine.hash = session_hash AND mine.ends_at > moment AND mine.seen_at > moment - idle AND s.ends_at > moment AND s.seen_at > moment - idle
    ORDER BY s.created_at DESC, s.id
$$;

-- Ends a session of the account that a living session is of. Answers with the hash of what has ended, null for none.
CREATE FUNCTION archiet.end_session_of(session_hash bytea, other uuid, moment timestamptz, idle interval) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    DELETE FROM archiet.sessions AS s USING archiet.sessions AS mine
    WHERE mine.hash = session_hash AND mine.ends_at > moment AND mine.seen_at > moment - idle AND s.account_id = mine.account_id AND s.id = other
    RETURNING s.hash
$$;

-- Entering a login took its place.
DROP FUNCTION archiet.find_account(text);

REVOKE ALL ON FUNCTION
    archiet.attempt_slot(text, text),
    archiet.attempt_delay(integer),
    archiet.attempt(text, text, timestamptz),
    archiet.enter_login(text, text, timestamptz),
    archiet.forget_attempts(text, text),
    archiet.enter_password_change(bytea, text, timestamptz, interval),
    archiet.change_password(bytea, bytea, text, text, text, timestamptz, interval),
    archiet.sessions_of(bytea, timestamptz, interval),
    archiet.end_session_of(bytea, uuid, timestamptz, interval)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    archiet.enter_login(text, text, timestamptz),
    archiet.forget_attempts(text, text),
    archiet.enter_password_change(bytea, text, timestamptz, interval),
    archiet.change_password(bytea, bytea, text, text, text, timestamptz, interval)
TO {login};
GRANT EXECUTE ON FUNCTION
    archiet.sessions_of(bytea, timestamptz, interval),
    archiet.end_session_of(bytea, uuid, timestamptz, interval)
TO {app};
