SELECT l.order_id, l.sku, l.title, l.spec, l.quantity, l.is_goods, l.done
FROM shop_order o
JOIN order_line l ON l.order_id = o.id
WHERE (o.paid_rank, o.id) > (:rank, :id) AND (o.paid_rank, o.id) <= (:lastRank, :lastId)
    AND l.position IS NOT NULL
ORDER BY o.paid_rank, o.id, l.position
