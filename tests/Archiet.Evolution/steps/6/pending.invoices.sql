-- Every invoice is in a currency: what is written becomes a row, and euros stand for nothing.
INSERT INTO currencies (tenant_id, id, code, name, symbol, is_enabled, is_default, created_at, updated_at)
SELECT tenant_id, gen_random_uuid(), code, code, code, true, false, now(), now()
FROM (SELECT DISTINCT tenant_id, coalesce(invoice_currency, 'EUR') AS code FROM invoices) written
WHERE NOT EXISTS (SELECT FROM currencies c WHERE c.tenant_id = written.tenant_id AND c.code = written.code);

UPDATE invoices i SET currency_id = c.id
FROM currencies c
WHERE c.tenant_id = i.tenant_id AND c.code = coalesce(i.invoice_currency, 'EUR') AND i.currency_id IS NULL;

-- Every invoice is to a company.
INSERT INTO accounts (tenant_id, id, name, created_at, updated_at)
SELECT tenant_id, gen_random_uuid(), 'Not assigned', now(), now() FROM invoices WHERE account_id IS NULL GROUP BY tenant_id;

UPDATE invoices i SET account_id = a.id
FROM accounts a
WHERE a.tenant_id = i.tenant_id AND a.name = 'Not assigned' AND i.account_id IS NULL;

-- Whom it went to, and its sum where the file gave a number.
UPDATE invoices SET billing_snapshot = jsonb_strip_nulls(jsonb_build_object(
    'name', partner, 'street', partner_street, 'city', partner_city, 'zip', partner_zip, 'country', partner_country, 'countryCode', partner_country_code,
    'vatNumber', partner_vat_number, 'taxNumber', partner_tax_number, 'email', partner_email, 'phone', partner_phone_number, 'website', partner_website))
WHERE billing_snapshot IS NULL;

UPDATE invoices SET grand_total = invoice_amount::numeric, balance_due = invoice_amount::numeric
WHERE invoice_amount ~ '^[0-9]{1,12}([.][0-9]{1,2})?$' AND grand_total = 0;

-- Its files.
INSERT INTO invoice_attachments (tenant_id, id, invoice_id, storage_key, filename, mime_type, size, uploaded_at, is_primary_pdf)
SELECT tenant_id, gen_random_uuid(), id, invoice_file_url, invoice_file_url, invoice_file_mime_type, 0, created_at, true FROM invoices
WHERE length(invoice_file_url) <= 255;

INSERT INTO invoice_attachments (tenant_id, id, invoice_id, storage_key, filename, mime_type, size, uploaded_at, is_primary_pdf)
SELECT l.tenant_id, gen_random_uuid(), l.invoice_id, d.document_file_url, d.document_name, d.document_file_mime_type, coalesce(d.size, 0), d.created_at, false
FROM invoices_documents l JOIN documents d ON d.tenant_id = l.tenant_id AND d.id = l.document_id;

UPDATE documents SET document_system_type = 'OTHER' WHERE document_system_type = 'INVOICE';
