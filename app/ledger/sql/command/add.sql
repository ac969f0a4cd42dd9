INSERT INTO command (key, kind, body_hash, result, at, bench)
VALUES (:key, :kind, :bodyHash, :result, :at, :bench)
