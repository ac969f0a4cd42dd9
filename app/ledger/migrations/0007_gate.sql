-- A box code is stuck on one order's box and never used again.
CREATE TABLE box (
    code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 200),
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    at BIGINT NOT NULL,
    badge TEXT NOT NULL
);

CREATE TRIGGER box_stays BEFORE DELETE ON box
BEGIN
    SELECT RAISE(ABORT, 'a box code is never taken off its order');
END;

CREATE TRIGGER box_is_one_orders BEFORE UPDATE ON box
BEGIN
    SELECT RAISE(ABORT, 'a box code belongs to one order for ever');
END;

-- What was scanned at the gate when the parcel left.
CREATE TABLE gate_pass (
    parcel_id INTEGER PRIMARY KEY REFERENCES dispatch (parcel_id),
    identity TEXT NOT NULL,
    box TEXT NOT NULL,
    label TEXT NOT NULL,
    copy_no BIGINT NOT NULL
);

CREATE TRIGGER gate_pass_stays BEFORE DELETE ON gate_pass
BEGIN
    SELECT RAISE(ABORT, 'what passed the gate is never deleted');
END;

CREATE TRIGGER gate_pass_is_written_once BEFORE UPDATE ON gate_pass
BEGIN
    SELECT RAISE(ABORT, 'what passed the gate is never changed');
END;

-- A courier's pick-up: driver, vehicle, parcels counted and signed.
CREATE TABLE handover (
    id INTEGER PRIMARY KEY,
    courier TEXT NOT NULL,
    driver TEXT NOT NULL,
    vehicle TEXT NOT NULL,
    bench TEXT NOT NULL,
    badge TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    counted BIGINT,
    signed_by TEXT NOT NULL DEFAULT '',
    CHECK ((closed_at IS NULL) = (counted IS NULL))
);

CREATE UNIQUE INDEX handover_open ON handover (courier) WHERE closed_at IS NULL;

CREATE INDEX handover_at ON handover (opened_at, id);

CREATE TRIGGER handover_stays BEFORE DELETE ON handover
BEGIN
    SELECT RAISE(ABORT, 'a hand-over is never deleted');
END;

CREATE TRIGGER handover_is_signed_once BEFORE UPDATE ON handover
WHEN OLD.closed_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.courier <> NEW.courier
    OR OLD.bench <> NEW.bench OR OLD.badge <> NEW.badge OR OLD.opened_at <> NEW.opened_at
BEGIN
    SELECT RAISE(ABORT, 'a hand-over is signed once and then stays what it is');
END;

CREATE TABLE handover_parcel (
    parcel_id INTEGER PRIMARY KEY REFERENCES dispatch (parcel_id),
    handover_id BIGINT NOT NULL REFERENCES handover (id),
    at BIGINT NOT NULL,
    badge TEXT NOT NULL
);

CREATE INDEX handover_parcel_of_list ON handover_parcel (handover_id, parcel_id);

CREATE INDEX handover_parcel_at ON handover_parcel (at);

CREATE TRIGGER handover_parcel_joins_open_list BEFORE INSERT ON handover_parcel
WHEN EXISTS (SELECT 1 FROM handover WHERE id = NEW.handover_id AND closed_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a signed hand-over takes no more parcels');
END;

CREATE TRIGGER handover_parcel_stays BEFORE DELETE ON handover_parcel
BEGIN
    SELECT RAISE(ABORT, 'a parcel on the vehicle is never taken off its list');
END;

CREATE TRIGGER handover_parcel_is_written_once BEFORE UPDATE ON handover_parcel
BEGIN
    SELECT RAISE(ABORT, 'a parcel on the vehicle stays on its list');
END;

-- Steps of the wall clock, and what a supervisor said of them.
CREATE TABLE clock_event (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('step', 'behind', 'confirmed')),
    at BIGINT NOT NULL,
    expected_at BIGINT NOT NULL,
    bench TEXT NOT NULL,
    badge TEXT NOT NULL
);

CREATE INDEX clock_event_confirmed ON clock_event (id) WHERE kind = 'confirmed';

CREATE TRIGGER clock_event_stays BEFORE DELETE ON clock_event
BEGIN
    SELECT RAISE(ABORT, 'a step of the clock is never deleted');
END;

CREATE TRIGGER clock_event_is_written_once BEFORE UPDATE ON clock_event
BEGIN
    SELECT RAISE(ABORT, 'a step of the clock is never changed');
END;

-- For the daily reconciliation: what was sent or voided on a day, what has not left yet.
CREATE INDEX label_copy_sent_at ON label_copy (sent_at) WHERE sent_at IS NOT NULL;

CREATE INDEX label_copy_void_at ON label_copy (state_at) WHERE state = 'void';

CREATE INDEX waybill_not_gone ON waybill (parcel_id) WHERE state IN ('reserved', 'bound');
