INSERT INTO waybill (number, courier, state, quarantine)
VALUES (:number, :courier, 'free', (SELECT MAX(number) FROM ledger_epoch WHERE closed_at IS NULL))
ON CONFLICT (number) DO NOTHING
