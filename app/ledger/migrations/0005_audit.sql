-- One chain a bench: each row is sealed together with the seal of the row before it.
CREATE TABLE audit_entry (
    bench TEXT NOT NULL CHECK (length(bench) BETWEEN 1 AND 400),
    seq BIGINT NOT NULL CHECK (seq > 0),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    badge TEXT NOT NULL,
    body TEXT NOT NULL,
    mac BLOB NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (bench, seq)
) WITHOUT ROWID;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'an audit entry is never deleted');
END;

CREATE TRIGGER audit_entry_is_written_once BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'an audit entry is never changed');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER audit_entry_is_not_replaced BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE bench = NEW.bench AND seq = NEW.seq)
BEGIN
    SELECT RAISE(IGNORE);
END;

-- What was asked for under a key, and what was answered: written with the effect.
CREATE TABLE command (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    kind TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    result TEXT NOT NULL,
    at BIGINT NOT NULL,
    bench TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX command_at ON command (at);

CREATE TRIGGER command_is_kept BEFORE DELETE ON command
WHEN OLD.at > (SELECT MAX(at) FROM command) - 2592000000
BEGIN
    SELECT RAISE(ABORT, 'a command is kept for 30 days');
END;

CREATE TRIGGER command_is_written_once BEFORE UPDATE ON command
BEGIN
    SELECT RAISE(ABORT, 'a command is never changed');
END;

CREATE TRIGGER command_is_not_replaced BEFORE INSERT ON command
WHEN EXISTS (SELECT 1 FROM command WHERE key = NEW.key)
BEGIN
    SELECT RAISE(ABORT, 'a key is used once');
END;
