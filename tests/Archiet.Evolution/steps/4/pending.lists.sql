-- The state and the kind of a lead, and the kind of a contact, are rows of lists; their seed rows are there since the step before.
UPDATE leads SET state_id = archiet.seed_id(tenant_id, 'LeadState', status) WHERE state_id IS NULL AND status IS NOT NULL;
UPDATE leads SET kind_id = archiet.seed_id(tenant_id, 'LeadKind', type) WHERE kind_id IS NULL AND type IS NOT NULL;
UPDATE contacts SET kind_id = archiet.seed_id(tenant_id, 'ContactKind', type) WHERE kind_id IS NULL AND type IS NOT NULL;
