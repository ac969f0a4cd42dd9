SELECT bench, seq, at, kind, subject, badge, body, mac
FROM audit_entry
WHERE bench = :bench AND seq = :seq
