CREATE TABLE incoming_label (
    id INTEGER PRIMARY KEY,
    arrived_at BIGINT NOT NULL,
    source TEXT NOT NULL,
    job_key TEXT NOT NULL CHECK (length(job_key) BETWEEN 1 AND 400),
    arrivals BIGINT NOT NULL DEFAULT 1 CHECK (arrivals > 0),
    width BIGINT NOT NULL CHECK (width >= 0),
    height BIGINT NOT NULL CHECK (height >= 0),
    dots_per_mm BIGINT NOT NULL,
    codes TEXT NOT NULL,
    findings TEXT NOT NULL,
    waybill TEXT NOT NULL CHECK (length(waybill) <= 400),
    order_id BIGINT REFERENCES shop_order (id),
    parcel_id BIGINT REFERENCES parcel (id),
    state TEXT NOT NULL
        CHECK (state IN ('matched', 'unmatched', 'doubled', 'unreadable', 'too-large', 'used',
                         'discarded')),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    CHECK (state <> 'matched' OR (order_id IS NOT NULL AND waybill <> '')),
    CHECK (state <> 'used' OR (order_id IS NOT NULL AND parcel_id IS NOT NULL AND waybill <> ''))
);

CREATE UNIQUE INDEX incoming_label_by_job ON incoming_label (job_key) WHERE state <> 'discarded';

CREATE INDEX incoming_label_seen ON incoming_label (job_key);

CREATE UNIQUE INDEX incoming_label_of_order ON incoming_label (order_id) WHERE state = 'matched';

CREATE INDEX incoming_label_of_parcel ON incoming_label (parcel_id, id) WHERE state = 'used';

CREATE INDEX incoming_label_waiting ON incoming_label (id)
    WHERE state IN ('unmatched', 'doubled', 'unreadable', 'too-large');

CREATE INDEX incoming_label_unmatched ON incoming_label (id) WHERE state = 'unmatched';

CREATE TRIGGER incoming_label_stays BEFORE DELETE ON incoming_label
BEGIN
    SELECT RAISE(ABORT, 'a label that came in is discarded, never deleted');
END;

CREATE TRIGGER incoming_label_ends BEFORE UPDATE ON incoming_label
WHEN OLD.state IN ('used', 'discarded') AND OLD.state <> NEW.state
BEGIN
    SELECT RAISE(ABORT, 'a used or discarded label stays what it is');
END;

-- Apart from incoming_label: a change of state must not write the page again.
CREATE TABLE incoming_page (
    label_id INTEGER PRIMARY KEY REFERENCES incoming_label (id),
    bits BLOB NOT NULL
);
