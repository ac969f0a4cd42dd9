INSERT INTO clock_event (kind, at, expected_at, bench, badge)
VALUES (:kind, :at, :expectedAt, :bench, :badge)
