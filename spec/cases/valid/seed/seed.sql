INSERT INTO "categories" ("tenant_id", "id", "name", "parent_id") VALUES
($1, archiet.seed_id($1, 'Category', 'food'), 'Food', NULL)
ON CONFLICT DO NOTHING

INSERT INTO "categories" ("tenant_id", "id", "name", "parent_id") VALUES
($1, archiet.seed_id($1, 'Category', 'bread'), 'Bread', archiet.seed_id($1, 'Category', 'food'))
ON CONFLICT DO NOTHING

INSERT INTO "rates" ("tenant_id", "id", "category_id", "percent", "pace", "price_amount", "price_currency", "is_usual",
    "since", "at", "takes", "note") VALUES
($1, archiet.seed_id($1, 'Rate', 'usual'), archiet.seed_id($1, 'Category', 'food'), 7.5, 'SLOW', 1.5, 'EUR', TRUE, DATE '2020-02-29', TIME '07:30:00', INTERVAL 'PT1H30M', NULL)
ON CONFLICT DO NOTHING

INSERT INTO "rates" ("tenant_id", "id", "category_id", "percent", "pace", "price_amount", "price_currency", "is_usual",
    "since", "at", "takes", "note") VALUES
($1, archiet.seed_id($1, 'Rate', 'other'), archiet.seed_id($1, 'Category', 'bread'), 0, 'fast', NULL, NULL, NULL, NULL, NULL, NULL, 'It''s "other"; -- \ $1 $$ {0}')
ON CONFLICT DO NOTHING
