SELECT h.order_id, h.hold
FROM (
    SELECT id
    FROM shop_order
    WHERE state IN ('open', 'packed') AND limit_at IS NOT NULL
    ORDER BY limit_at, id
    LIMIT :atMost
) o
JOIN order_hold h ON h.order_id = o.id
ORDER BY h.order_id, h.position, h.hold
