SELECT parcel_id, order_id, waybill, courier, dispatched_at, bench, badge, in_limit, late_reason
FROM dispatch
WHERE parcel_id > :after
ORDER BY parcel_id LIMIT :atMost
