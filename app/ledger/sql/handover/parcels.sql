SELECT p.parcel_id, o.shop, o.number, d.waybill, d.courier, d.dispatched_at, p.at
FROM handover_parcel p
JOIN dispatch d ON d.parcel_id = p.parcel_id
JOIN shop_order o ON o.id = d.order_id
WHERE p.handover_id = :id
ORDER BY p.parcel_id
