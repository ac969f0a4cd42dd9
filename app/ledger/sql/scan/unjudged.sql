SELECT id, at, bench, badge, device, text, aim, kind, outcome, order_id
FROM scan
WHERE id IN (SELECT id FROM scan ORDER BY id DESC LIMIT :newest) AND outcome = '' AND bench = :bench
ORDER BY id
