-- Tenants, accounts and memberships are made by a role of their own, which the app's connections do not have: a statement smuggled in as the app's role gives nobody a
-- membership, other roles or another password. {provisioner} is a member of {app}, for the rows of the tenant and member entities.
REVOKE EXECUTE ON FUNCTION
    archiet.create_tenant(uuid, text, timestamptz),
    archiet.create_account(uuid, text, text, text, timestamptz),
    archiet.set_password(uuid, text, timestamptz),
    archiet.add_membership(uuid, uuid, text[], timestamptz),
    archiet.set_roles(uuid, uuid, text[]),
    archiet.remove_membership(uuid, uuid)
FROM {app};
GRANT EXECUTE ON FUNCTION
    archiet.create_tenant(uuid, text, timestamptz),
    archiet.create_account(uuid, text, text, text, timestamptz),
    archiet.set_password(uuid, text, timestamptz),
    archiet.add_membership(uuid, uuid, text[], timestamptz),
    archiet.set_roles(uuid, uuid, text[]),
    archiet.remove_membership(uuid, uuid)
TO {provisioner};
