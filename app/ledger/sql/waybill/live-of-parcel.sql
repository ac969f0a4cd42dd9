SELECT number, courier, state, parcel_id
FROM waybill
WHERE parcel_id = :parcel AND state IN ('reserved', 'bound', 'dispatched')
