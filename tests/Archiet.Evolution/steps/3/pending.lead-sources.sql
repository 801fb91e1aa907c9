-- Leads refer to where they came from: what people wrote so far becomes rows.
INSERT INTO lead_sources (tenant_id, id, name)
SELECT tenant_id, gen_random_uuid(), lead_source
FROM (SELECT DISTINCT tenant_id, lead_source FROM leads WHERE lead_source IS NOT NULL) written
WHERE NOT EXISTS (SELECT FROM lead_sources s WHERE s.tenant_id = written.tenant_id AND s.name = written.lead_source);

UPDATE leads l SET source_id = s.id
FROM lead_sources s
WHERE s.tenant_id = l.tenant_id AND s.name = l.lead_source AND l.source_id IS NULL;
