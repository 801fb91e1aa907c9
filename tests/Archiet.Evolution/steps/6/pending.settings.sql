-- Organizations that did not say which money they reckon in reckon in euros.
UPDATE invoice_settings SET base_currency = 'EUR' WHERE base_currency IS NULL;
UPDATE invoice_settings SET updated_at = now() WHERE updated_at IS NULL;
