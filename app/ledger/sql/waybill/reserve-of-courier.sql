UPDATE waybill SET state = 'reserved', parcel_id = :parcel
WHERE id = (
    SELECT id FROM waybill WHERE state = 'free' AND quarantine IS NULL AND courier = :courier ORDER BY id LIMIT 1
)
RETURNING number, courier, state, parcel_id
