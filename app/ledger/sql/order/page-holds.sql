SELECT h.order_id, h.hold
FROM shop_order o
JOIN order_hold h ON h.order_id = o.id
WHERE (o.paid_rank, o.id) > (:rank, :id) AND (o.paid_rank, o.id) <= (:lastRank, :lastId)
ORDER BY o.paid_rank, o.id, h.position, h.hold
