-- People count as changed when they were made.
UPDATE users SET updated_at = created_on WHERE updated_at IS NULL;
