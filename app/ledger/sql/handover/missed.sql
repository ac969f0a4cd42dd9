SELECT d.parcel_id, o.shop, o.number, d.waybill, d.courier, d.dispatched_at, NULL
FROM dispatch d
JOIN shop_order o ON o.id = d.order_id
WHERE d.dispatched_at >= :from AND d.courier = :courier
    AND NOT EXISTS (SELECT 1 FROM handover_parcel p WHERE p.parcel_id = d.parcel_id)
ORDER BY d.dispatched_at, d.parcel_id
