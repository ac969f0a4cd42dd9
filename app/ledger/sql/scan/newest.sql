SELECT id, at, bench, badge, device, text, aim, kind, outcome, order_id
FROM scan
ORDER BY id DESC
LIMIT :atMost
