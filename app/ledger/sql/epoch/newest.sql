SELECT number, restored_at, backup, newest_scan_at, replaced, closed_at
FROM ledger_epoch
ORDER BY number DESC LIMIT 1
