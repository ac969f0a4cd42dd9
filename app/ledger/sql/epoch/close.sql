UPDATE ledger_epoch SET closed_at = :at WHERE closed_at IS NULL
