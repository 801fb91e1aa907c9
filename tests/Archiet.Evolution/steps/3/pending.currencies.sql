-- Sums of opportunities refer to currencies: those that are written so far become rows.
INSERT INTO currencies (tenant_id, id, code, name, symbol, is_enabled, is_default, created_at, updated_at)
SELECT tenant_id, gen_random_uuid(), currency, currency, currency, true, false, now(), now()
FROM (SELECT DISTINCT tenant_id, currency FROM opportunities WHERE currency IS NOT NULL) written
WHERE NOT EXISTS (SELECT FROM currencies c WHERE c.tenant_id = written.tenant_id AND c.code = written.currency);

UPDATE opportunities o SET assigned_currency_id = c.id
FROM currencies c
WHERE c.tenant_id = o.tenant_id AND c.code = o.currency AND o.assigned_currency_id IS NULL;
