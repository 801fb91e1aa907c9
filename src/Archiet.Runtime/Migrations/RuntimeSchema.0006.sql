-- Whoever audits reads what the app's migrations made and make in public, of the one tenant that the session sets, by the policies that hold the app too. {auditor} has
-- nothing of schema archiet: no account, no session, no key, no function.
GRANT USAGE ON SCHEMA public TO {auditor};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO {auditor};
DO $$
DECLARE
    own regclass;
BEGIN
    FOR own IN SELECT oid FROM pg_catalog.pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relowner = current_user::regrole AND relforcerowsecurity LOOP
        EXECUTE format('GRANT SELECT ON %s TO {auditor}', own);
    END LOOP;
END
$$;
