SELECT bench FROM audit_entry WHERE bench > :after ORDER BY bench LIMIT 1
