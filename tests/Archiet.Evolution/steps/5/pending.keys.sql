-- The keys that are there were persons' keys to OpenAI.
UPDATE api_keys SET scope = 'USER', provider = 'OPENAI' WHERE scope IS NULL OR provider IS NULL;
