SELECT seq, at, mac FROM audit_entry WHERE bench = :bench ORDER BY seq DESC LIMIT 1
