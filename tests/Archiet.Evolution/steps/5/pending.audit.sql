-- What the security log has leaves this one; an entry about nothing in particular is about the organization.
DELETE FROM audit_logs WHERE action IN ('VIEW', 'EXPORT', 'LOGIN', 'LOGOUT', 'INVITE', 'REMOVE', 'ROLE_CHANGE', 'SETTINGS_CHANGE',
    'SUBSCRIPTION_CHANGE', 'PAYMENT', 'PERMISSION_DENIED', 'RATE_LIMIT_EXCEEDED');
UPDATE audit_logs SET entity_id = tenant_id::text WHERE entity_id IS NULL;
