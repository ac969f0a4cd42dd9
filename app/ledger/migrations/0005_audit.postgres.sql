-- One chain a bench: each row is sealed together with the seal of the row before it.
CREATE TABLE audit_entry (
    bench TEXT NOT NULL CHECK (length(bench) BETWEEN 1 AND 400),
    seq BIGINT NOT NULL CHECK (seq > 0),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    badge TEXT NOT NULL,
    body TEXT NOT NULL,
    mac BYTEA NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (bench, seq)
);

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse('an audit entry is never deleted');

CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('an audit entry is never deleted');

CREATE TRIGGER audit_entry_is_written_once BEFORE UPDATE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse('an audit entry is never changed');

-- What was asked for under a key, and what was answered: written with the effect.
CREATE TABLE command (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    kind TEXT NOT NULL,
    body_hash BYTEA NOT NULL,
    result TEXT NOT NULL,
    at BIGINT NOT NULL,
    bench TEXT NOT NULL
);

CREATE INDEX command_at ON command (at);

CREATE FUNCTION keep_command() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF OLD.at > (SELECT MAX(at) FROM command) - 2592000000 THEN
        RAISE EXCEPTION 'a command is kept for 30 days' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER command_is_kept BEFORE DELETE ON command
    FOR EACH ROW EXECUTE FUNCTION keep_command();

CREATE TRIGGER command_is_not_emptied BEFORE TRUNCATE ON command
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('a command is kept for 30 days');

CREATE TRIGGER command_is_written_once BEFORE UPDATE ON command
    FOR EACH ROW EXECUTE FUNCTION refuse('a command is never changed');
