-- How it is known that a copy came out; what it says of itself in its square code; the printer's
-- label counter before its first byte, and how many labels it counted since.
ALTER TABLE label_copy ADD COLUMN evidence TEXT NOT NULL DEFAULT 'none'
    CHECK (evidence IN ('none', 'bytes', 'idle', 'counter', 'scan'));

ALTER TABLE label_copy ADD COLUMN mark TEXT NOT NULL DEFAULT '';

ALTER TABLE label_copy ADD COLUMN counter_before BIGINT;

ALTER TABLE label_copy ADD COLUMN came_out BIGINT;

UPDATE label_copy SET evidence = CASE WHEN state = 'printed' THEN 'idle'
    WHEN bound_at IS NOT NULL THEN 'scan' WHEN sent_at IS NOT NULL THEN 'bytes' ELSE 'none' END;

-- Why a number was given up, by whom and when.
ALTER TABLE waybill ADD COLUMN void_reason TEXT NOT NULL DEFAULT '';

ALTER TABLE waybill ADD COLUMN void_badge TEXT NOT NULL DEFAULT '';

ALTER TABLE waybill ADD COLUMN void_at BIGINT;

CREATE INDEX label_copy_to_finish ON label_copy (id)
    WHERE state IN ('prepared', 'failed-clean', 'sent', 'printed');

CREATE INDEX label_copy_not_there ON label_copy (id)
    WHERE state = 'void' AND cause = 'not-there';
