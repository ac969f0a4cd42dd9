SELECT number, courier, state, parcel_id
FROM waybill
WHERE state = 'free' AND quarantine IS NOT NULL
ORDER BY id LIMIT :at_most
