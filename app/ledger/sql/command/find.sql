SELECT key, kind, body_hash, result, at, bench FROM command WHERE key = :key
