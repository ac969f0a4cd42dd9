-- A number that stands on an order is that order's, whichever came first.
WITH oldest AS MATERIALIZED (
    SELECT id FROM waybill
    WHERE state = 'free' AND quarantine IS NULL AND NOT EXISTS (
        SELECT 1 FROM shop_order AS o WHERE o.waybill <> '' AND o.waybill = waybill.number)
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE waybill SET state = 'reserved', parcel_id = :parcel
FROM oldest
WHERE waybill.id = oldest.id
RETURNING number, courier, state, parcel_id
