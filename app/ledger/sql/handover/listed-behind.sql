SELECT parcel_id, handover_id FROM handover_parcel
WHERE parcel_id > :after
ORDER BY parcel_id LIMIT :atMost
