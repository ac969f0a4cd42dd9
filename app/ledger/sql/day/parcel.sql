SELECT p.id, o.shop, o.number, p.waybill,
    CASE WHEN p.courier <> '' THEN p.courier ELSE o.courier END,
    COALESCE((SELECT w.state FROM waybill w WHERE w.parcel_id = p.id
        AND w.state IN ('reserved', 'bound', 'dispatched')), ''),
    d.dispatched_at, h.at, h.handover_id,
    (SELECT MAX(s.at) FROM scan s WHERE s.order_id = p.order_id
        AND s.outcome IN ('label-bound', 'dispatched'))
FROM parcel p
JOIN shop_order o ON o.id = p.order_id
LEFT JOIN dispatch d ON d.parcel_id = p.id
LEFT JOIN handover_parcel h ON h.parcel_id = p.id
WHERE p.id = :parcel
