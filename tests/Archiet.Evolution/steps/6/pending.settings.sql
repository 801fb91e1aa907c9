-- Organizations that did not say which money they reckon in reckon in euros.
UPDATE invoice_settings SET base_currency = 'EUR' WHERE base_currency IS NULL;
