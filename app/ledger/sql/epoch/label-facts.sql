-- What a ledger knows of labels of one order, in words that mean the same in another ledger: copies,
-- a carrier's own label on a parcel, what left, and whether the order was stopped.
SELECT c.waybill, c.copy_no, c.state,
    c.state <> 'void' OR c.sent_at IS NOT NULL OR c.bytes_taken > 0
FROM shop_order o
JOIN label_copy c ON c.order_id = o.id
WHERE o.number = :number AND o.shop = :shop
UNION ALL
SELECT p.waybill, 0, CASE WHEN d.parcel_id IS NULL THEN 'bound' ELSE 'dispatched' END, TRUE
FROM shop_order o
JOIN parcel p ON p.order_id = o.id
LEFT JOIN dispatch d ON d.parcel_id = p.id
WHERE o.number = :number AND o.shop = :shop AND p.waybill <> ''
    AND (d.parcel_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM label_copy c WHERE c.parcel_id = p.id AND c.waybill = p.waybill))
UNION ALL
SELECT '', 0, h.hold, TRUE
FROM shop_order o
JOIN order_hold h ON h.order_id = o.id
WHERE o.number = :number AND o.shop = :shop AND h.hold IN ('by-service', 'changed-late')
