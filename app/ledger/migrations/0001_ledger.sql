-- A statement ends with a semicolon at a line's end and an empty line after it.

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE operator (
    badge TEXT NOT NULL PRIMARY KEY CHECK (length(badge) BETWEEN 1 AND 400),
    name TEXT NOT NULL,
    role TEXT NOT NULL
);

CREATE TABLE item (
    sku TEXT NOT NULL PRIMARY KEY CHECK (length(sku) BETWEEN 1 AND 400),
    title TEXT NOT NULL,
    spec TEXT NOT NULL,
    bin TEXT NOT NULL,
    picture TEXT NOT NULL,
    weight_grams BIGINT NOT NULL,
    price_cents BIGINT NOT NULL,
    asks_serial BOOLEAN NOT NULL
);

CREATE TABLE item_code (
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 400),
    sku TEXT NOT NULL REFERENCES item (sku),
    pieces BIGINT NOT NULL CHECK (pieces > 0),
    position BIGINT NOT NULL,
    PRIMARY KEY (code, sku)
);

CREATE INDEX item_code_of_item ON item_code (sku, position);

CREATE TABLE shop_order (
    id INTEGER PRIMARY KEY,
    shop TEXT NOT NULL CHECK (length(shop) <= 400),
    number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 400),
    state TEXT NOT NULL
        CHECK (state IN ('unpaid', 'open', 'packed', 'dispatched', 'cancelled', 'shipped')),
    created_at BIGINT,
    paid_at BIGINT,
    paid_date_only BOOLEAN NOT NULL,
    promised_at BIGINT,
    recipient_name TEXT NOT NULL,
    recipient_phone TEXT NOT NULL,
    recipient_country TEXT NOT NULL,
    recipient_province TEXT NOT NULL,
    recipient_city TEXT NOT NULL,
    recipient_district TEXT NOT NULL,
    recipient_street TEXT NOT NULL,
    recipient_postcode TEXT NOT NULL,
    recipient_masked BOOLEAN NOT NULL,
    buyer_remark TEXT NOT NULL,
    seller_remark TEXT NOT NULL,
    flag TEXT NOT NULL,
    courier TEXT NOT NULL,
    waybill TEXT NOT NULL CHECK (length(waybill) <= 400),
    goal_at BIGINT,
    limit_at BIGINT,
    calendar_known BOOLEAN,
    tote TEXT NOT NULL DEFAULT '' CHECK (length(tote) <= 400),
    digest TEXT NOT NULL,
    remarks_confirmed_at BIGINT,
    remarks_confirmed_by TEXT NOT NULL DEFAULT '',
    imported_at BIGINT NOT NULL,
    single_sku TEXT CHECK (length(single_sku) <= 400),
    paid_rank BIGINT NOT NULL
        GENERATED ALWAYS AS (COALESCE(paid_at, 9223372036854775807)) STORED,
    limit_rank BIGINT NOT NULL
        GENERATED ALWAYS AS (COALESCE(limit_at, 9223372036854775807)) STORED,
    due_at BIGINT
        GENERATED ALWAYS AS (CASE WHEN state IN ('open', 'packed') THEN limit_at END) STORED,
    UNIQUE (number, shop),
    CHECK ((goal_at IS NULL) = (limit_at IS NULL)),
    CHECK ((goal_at IS NULL) = (calendar_known IS NULL))
);

CREATE INDEX shop_order_by_state ON shop_order (state, paid_rank, id);

CREATE INDEX shop_order_by_payment ON shop_order (paid_rank, id);

CREATE INDEX shop_order_due ON shop_order (due_at, id) WHERE due_at IS NOT NULL;

CREATE INDEX shop_order_single ON shop_order (single_sku, limit_rank, id)
    WHERE state = 'open' AND single_sku IS NOT NULL;

CREATE UNIQUE INDEX shop_order_in_tote ON shop_order (tote) WHERE tote <> '';

CREATE INDEX shop_order_by_waybill ON shop_order (waybill) WHERE waybill <> '';

CREATE TABLE order_hold (
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    hold TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (order_id, hold)
);

CREATE INDEX order_hold_unknown_item ON order_hold (order_id) WHERE hold = 'unknown-item';

-- position NULL: the shop took the line off the order; the row stays for its verifications.
CREATE TABLE order_line (
    id INTEGER PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    position BIGINT,
    sku TEXT NOT NULL,
    title TEXT NOT NULL,
    spec TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    is_goods BOOLEAN NOT NULL,
    done BIGINT NOT NULL DEFAULT 0,
    CHECK (done BETWEEN 0 AND quantity),
    UNIQUE (order_id, position)
);

CREATE TABLE scan (
    id INTEGER PRIMARY KEY,
    at BIGINT NOT NULL,
    bench TEXT NOT NULL,
    badge TEXT NOT NULL,
    device TEXT NOT NULL,
    text TEXT NOT NULL,
    aim TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    order_id BIGINT REFERENCES shop_order (id)
);

CREATE INDEX scan_at ON scan (at);

CREATE INDEX scan_of_order ON scan (order_id, id) WHERE order_id IS NOT NULL;

CREATE TRIGGER scan_stays BEFORE DELETE ON scan
BEGIN
    SELECT RAISE(ABORT, 'a scan is never taken out of the journal');
END;

CREATE TRIGGER scan_is_judged_once BEFORE UPDATE ON scan
WHEN OLD.id <> NEW.id OR OLD.at <> NEW.at OR OLD.bench <> NEW.bench OR OLD.badge <> NEW.badge
    OR OLD.device <> NEW.device OR OLD.text <> NEW.text OR OLD.aim <> NEW.aim
    OR OLD.outcome <> ''
BEGIN
    SELECT RAISE(ABORT, 'a scan is journalled once and judged once');
END;

CREATE TABLE verification (
    id INTEGER PRIMARY KEY,
    scan_id BIGINT REFERENCES scan (id),
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    line_id BIGINT NOT NULL REFERENCES order_line (id),
    sku TEXT NOT NULL,
    pieces BIGINT NOT NULL CHECK (pieces > 0),
    serial TEXT NOT NULL CHECK (length(serial) <= 400),
    how TEXT NOT NULL,
    badge TEXT NOT NULL,
    at BIGINT NOT NULL,
    undone BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE INDEX verification_of_order ON verification (order_id, id);

CREATE UNIQUE INDEX verification_serial ON verification (serial, sku)
    WHERE serial <> '' AND NOT undone;

CREATE TRIGGER verification_stays BEFORE DELETE ON verification
BEGIN
    SELECT RAISE(ABORT, 'a verification is never deleted');
END;

CREATE TRIGGER verification_is_only_undone BEFORE UPDATE ON verification
WHEN OLD.id <> NEW.id OR OLD.scan_id IS NOT NEW.scan_id OR OLD.order_id <> NEW.order_id
    OR OLD.line_id <> NEW.line_id OR OLD.sku <> NEW.sku OR OLD.pieces <> NEW.pieces
    OR OLD.serial <> NEW.serial OR OLD.how <> NEW.how OR OLD.badge <> NEW.badge
    OR OLD.at <> NEW.at OR (OLD.undone AND NOT NEW.undone)
BEGIN
    SELECT RAISE(ABORT, 'a verification is taken back, never changed');
END;

CREATE TABLE parcel (
    id INTEGER PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    carton BIGINT NOT NULL CHECK (carton BETWEEN 1 AND cartons),
    cartons BIGINT NOT NULL,
    weight_grams BIGINT NOT NULL CHECK (weight_grams >= 0),
    waybill TEXT NOT NULL CHECK (length(waybill) <= 400),
    courier TEXT NOT NULL
);

CREATE INDEX parcel_of_order ON parcel (order_id, id);

CREATE INDEX parcel_by_waybill ON parcel (waybill, id) WHERE waybill <> '';

CREATE TABLE waybill (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 400),
    courier TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('free', 'reserved', 'bound', 'dispatched', 'void')),
    parcel_id BIGINT REFERENCES parcel (id),
    CHECK (state IN ('free', 'void') OR parcel_id IS NOT NULL)
);

CREATE INDEX waybill_free ON waybill (id) WHERE state = 'free';

CREATE INDEX waybill_free_of_courier ON waybill (courier, id) WHERE state = 'free';

CREATE UNIQUE INDEX waybill_live_of_parcel ON waybill (parcel_id)
    WHERE state IN ('reserved', 'bound', 'dispatched');

CREATE TRIGGER waybill_stays BEFORE DELETE ON waybill
BEGIN
    SELECT RAISE(ABORT, 'a waybill number is never deleted');
END;

CREATE TRIGGER waybill_ends BEFORE UPDATE ON waybill
WHEN OLD.state IN ('dispatched', 'void')
    AND (OLD.state <> NEW.state OR OLD.parcel_id IS NOT NEW.parcel_id)
BEGIN
    SELECT RAISE(ABORT, 'a dispatched or void waybill number stays what it is');
END;

CREATE TRIGGER waybill_is_one_parcels BEFORE UPDATE ON waybill
WHEN OLD.number <> NEW.number
    OR (OLD.parcel_id IS NOT NULL AND OLD.parcel_id IS NOT NEW.parcel_id)
BEGIN
    SELECT RAISE(ABORT, 'a waybill number belongs to one parcel for ever');
END;

CREATE TABLE label_copy (
    id INTEGER PRIMARY KEY,
    parcel_id BIGINT NOT NULL REFERENCES parcel (id),
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    copy_no BIGINT NOT NULL CHECK (copy_no > 0),
    waybill TEXT NOT NULL,
    courier TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('prepared', 'sending', 'sent', 'printed', 'bound', 'uncertain',
                         'failed-clean', 'void')),
    cause TEXT NOT NULL,
    printer TEXT NOT NULL,
    language TEXT NOT NULL,
    badge TEXT NOT NULL,
    reason TEXT NOT NULL,
    prepared_at BIGINT NOT NULL,
    state_at BIGINT NOT NULL,
    sent_at BIGINT,
    bound_at BIGINT,
    bytes_taken BIGINT NOT NULL DEFAULT 0,
    UNIQUE (parcel_id, copy_no)
);

CREATE INDEX label_copy_of_order ON label_copy (order_id, id);

CREATE INDEX label_copy_unfinished ON label_copy (id)
    WHERE state IN ('sending', 'uncertain', 'sent');

-- Apart from label_copy: a change of state must not write the page again.
CREATE TABLE label_page (
    copy_id INTEGER PRIMARY KEY REFERENCES label_copy (id),
    bytes BLOB NOT NULL,
    png BLOB NOT NULL
);

CREATE TABLE dispatch (
    parcel_id INTEGER PRIMARY KEY REFERENCES parcel (id),
    order_id BIGINT NOT NULL REFERENCES shop_order (id),
    waybill TEXT NOT NULL,
    courier TEXT NOT NULL,
    dispatched_at BIGINT NOT NULL,
    badge TEXT NOT NULL,
    operator_name TEXT NOT NULL,
    bench TEXT NOT NULL,
    goal_at BIGINT,
    limit_at BIGINT,
    calendar_known BOOLEAN,
    in_goal BOOLEAN NOT NULL,
    in_limit BOOLEAN NOT NULL,
    late_reason TEXT NOT NULL
);

CREATE INDEX dispatch_at ON dispatch (dispatched_at, parcel_id);

CREATE TRIGGER dispatch_stays BEFORE DELETE ON dispatch
BEGIN
    SELECT RAISE(ABORT, 'a dispatch is never deleted');
END;

CREATE TRIGGER dispatch_keeps_its_facts BEFORE UPDATE ON dispatch
WHEN OLD.parcel_id <> NEW.parcel_id OR OLD.order_id <> NEW.order_id
    OR OLD.waybill <> NEW.waybill OR OLD.courier <> NEW.courier
    OR OLD.dispatched_at <> NEW.dispatched_at OR OLD.badge <> NEW.badge
    OR OLD.operator_name <> NEW.operator_name OR OLD.bench <> NEW.bench
    OR OLD.goal_at IS NOT NEW.goal_at OR OLD.limit_at IS NOT NEW.limit_at
    OR OLD.calendar_known IS NOT NEW.calendar_known
    OR OLD.in_goal <> NEW.in_goal OR OLD.in_limit <> NEW.in_limit
BEGIN
    SELECT RAISE(ABORT, 'of a dispatch only the reason for being late may change');
END;
