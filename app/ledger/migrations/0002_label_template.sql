CREATE TABLE label_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    version BIGINT NOT NULL CHECK (version > 0),
    json TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL,
    decision TEXT,
    UNIQUE (name, version)
);

CREATE TRIGGER label_template_stays BEFORE DELETE ON label_template
BEGIN
    SELECT RAISE(ABORT, 'a version of a label template is never deleted');
END;

CREATE TRIGGER label_template_is_written_once BEFORE UPDATE ON label_template
BEGIN
    SELECT RAISE(ABORT, 'a version of a label template is never changed');
END;

-- Which template a copy was drawn from, name@version; empty for copies older than this column.
ALTER TABLE label_copy ADD COLUMN form TEXT NOT NULL DEFAULT '';
