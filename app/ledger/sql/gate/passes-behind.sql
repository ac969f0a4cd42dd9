SELECT parcel_id, box, label, copy_no FROM gate_pass
WHERE parcel_id > :after
ORDER BY parcel_id LIMIT :atMost
