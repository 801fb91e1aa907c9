-- Nobody wrote down when the campaigns that are there were made.
UPDATE campaigns SET created_on = now(), updated_at = now() WHERE created_on IS NULL OR updated_at IS NULL;
