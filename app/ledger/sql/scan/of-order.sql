SELECT id, at, bench, badge, device, text, aim, kind, outcome, order_id
FROM scan
WHERE order_id = :order
ORDER BY id
