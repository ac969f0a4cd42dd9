WITH oldest AS MATERIALIZED (
    SELECT id FROM waybill
    WHERE state = 'free' AND quarantine IS NULL AND courier = :courier
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE waybill SET state = 'reserved', parcel_id = :parcel
FROM oldest
WHERE waybill.id = oldest.id
RETURNING number, courier, state, parcel_id
