SELECT kind, at, expected_at, bench, badge
FROM clock_event
ORDER BY id DESC
LIMIT :atMost
