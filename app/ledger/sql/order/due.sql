SELECT o.id, o.shop, o.number, o.state, o.paid_at, o.goal_at, o.limit_at, o.calendar_known,
    o.courier,
    (SELECT COALESCE(SUM(l.quantity), 0) FROM order_line l
        WHERE l.order_id = o.id AND l.position IS NOT NULL AND l.is_goods),
    (SELECT COALESCE(SUM(l.done), 0) FROM order_line l
        WHERE l.order_id = o.id AND l.position IS NOT NULL AND l.is_goods)
FROM (
    SELECT id, shop, number, state, COALESCE(paid_at, created_at) AS paid_at, goal_at, limit_at, calendar_known, courier
    FROM shop_order
    WHERE due_at IS NOT NULL
    ORDER BY due_at, id
    LIMIT :atMost
) o
ORDER BY o.limit_at, o.id
