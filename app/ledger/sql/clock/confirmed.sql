SELECT kind, at, expected_at, bench, badge
FROM clock_event
WHERE kind = 'confirmed'
ORDER BY id DESC
LIMIT 1
