SELECT id, state, copy_no, waybill, parcel_id, reason, badge
FROM label_copy
WHERE id > :after
ORDER BY id LIMIT :atMost
