SELECT key FROM command WHERE bench = :bench ORDER BY key DESC LIMIT 1
