DELETE FROM command
WHERE at < :before AND at <= (SELECT MAX(at) FROM command) - 2592000000
