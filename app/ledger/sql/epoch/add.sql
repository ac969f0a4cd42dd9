INSERT INTO ledger_epoch (number, restored_at, backup, newest_scan_at, replaced)
VALUES (:number, :at, :backup, :newest_scan, :replaced)
