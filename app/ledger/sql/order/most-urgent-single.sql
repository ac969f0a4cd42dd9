SELECT o.limit_rank, o.id
FROM shop_order o
WHERE o.state = 'open' AND o.single_sku IS NOT NULL AND o.single_sku = :sku
    AND NOT EXISTS (SELECT 1 FROM order_hold h WHERE h.order_id = o.id)
    AND EXISTS (
        SELECT 1 FROM order_line l
        WHERE l.order_id = o.id AND l.position IS NOT NULL AND l.is_goods AND l.done < l.quantity
    )
ORDER BY o.limit_rank, o.id
LIMIT 1
