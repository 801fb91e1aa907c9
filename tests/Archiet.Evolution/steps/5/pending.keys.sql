-- The keys that are there were persons' keys to OpenAI; nobody wrote down when they were made.
UPDATE api_keys SET scope = 'USER', provider = 'OPENAI', created_at = now(), updated_at = now() WHERE scope IS NULL OR provider IS NULL OR created_at IS NULL OR updated_at IS NULL;
