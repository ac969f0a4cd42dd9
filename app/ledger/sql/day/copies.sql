SELECT copy_no, state, state_at, sent_at, bound_at, waybill
FROM label_copy
WHERE parcel_id = :parcel
ORDER BY copy_no
