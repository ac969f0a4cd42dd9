SELECT id, undone, scan_id, order_id, line_id, sku, pieces, serial, how, badge, at
FROM verification
WHERE id > :after
ORDER BY id LIMIT :atMost
