-- A backup that took the ledger's place. What happened between the backup and that time lies outside
-- of the ledger; closed_at says that somebody compared.
CREATE TABLE ledger_epoch (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    restored_at BIGINT NOT NULL,
    backup TEXT NOT NULL,
    newest_scan_at BIGINT,
    replaced TEXT NOT NULL,
    closed_at BIGINT
);

CREATE UNIQUE INDEX ledger_epoch_open ON ledger_epoch (number) WHERE closed_at IS NULL;

CREATE TRIGGER ledger_epoch_stays BEFORE DELETE ON ledger_epoch
BEGIN
    SELECT RAISE(ABORT, 'that a backup took the ledger''s place is never forgotten');
END;

CREATE TRIGGER ledger_epoch_is_only_closed BEFORE UPDATE ON ledger_epoch
WHEN OLD.number <> NEW.number OR OLD.restored_at <> NEW.restored_at OR OLD.backup <> NEW.backup
    OR OLD.newest_scan_at IS NOT NEW.newest_scan_at OR OLD.replaced <> NEW.replaced
    OR OLD.closed_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'of a restored ledger only the end of its comparing is written down');
END;

-- The epoch whose free numbers may have been used outside; NULL = not in doubt.
ALTER TABLE waybill ADD COLUMN quarantine BIGINT REFERENCES ledger_epoch (number);

DROP INDEX waybill_free;

DROP INDEX waybill_free_of_courier;

CREATE INDEX waybill_free ON waybill (id) WHERE state = 'free' AND quarantine IS NULL;

CREATE INDEX waybill_free_of_courier ON waybill (courier, id)
    WHERE state = 'free' AND quarantine IS NULL;

CREATE INDEX waybill_quarantined ON waybill (id) WHERE state = 'free' AND quarantine IS NOT NULL;

CREATE TRIGGER waybill_in_quarantine_waits BEFORE UPDATE ON waybill
WHEN NEW.quarantine IS NOT NULL AND NEW.state NOT IN ('free', 'void')
BEGIN
    SELECT RAISE(ABORT, 'a waybill number in quarantine is not used');
END;

CREATE TABLE quarantine_ruling (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    ruling TEXT NOT NULL CHECK (ruling IN ('released', 'void', 'closed')),
    badge TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    at BIGINT NOT NULL
);

CREATE INDEX quarantine_ruling_of_number ON quarantine_ruling (number, id);

CREATE TRIGGER quarantine_ruling_stays BEFORE DELETE ON quarantine_ruling
BEGIN
    SELECT RAISE(ABORT, 'a ruling on a waybill number is never deleted');
END;

CREATE TRIGGER quarantine_ruling_is_written_once BEFORE UPDATE ON quarantine_ruling
BEGIN
    SELECT RAISE(ABORT, 'a ruling on a waybill number is never changed');
END;
