SELECT d.order_id, d.parcel_id, o.shop, o.number, d.waybill, d.courier, d.dispatched_at, d.badge,
    d.operator_name, d.bench, d.goal_at, d.limit_at, d.calendar_known, d.in_goal, d.in_limit,
    d.late_reason
FROM dispatch d
JOIN shop_order o ON o.id = d.order_id
WHERE d.dispatched_at >= :from AND d.dispatched_at < :until
ORDER BY d.dispatched_at, d.parcel_id
