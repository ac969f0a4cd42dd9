-- Until COMMIT. SQLite has one writer anyway.
SELECT pg_advisory_xact_lock(hashtextextended(:bench, 5495850))
