SELECT id, at, bench, badge, device, text, aim, kind, outcome, order_id
FROM scan
WHERE id = :id
