SELECT h.order_id, h.hold
FROM (
    SELECT id
    FROM shop_order
    WHERE due_at IS NOT NULL
    ORDER BY due_at, id
    LIMIT :atMost
) o
JOIN order_hold h ON h.order_id = o.id
ORDER BY h.order_id, h.position, h.hold
