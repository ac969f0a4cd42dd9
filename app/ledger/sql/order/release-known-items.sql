DELETE FROM order_hold
WHERE hold = 'unknown-item' AND NOT EXISTS (
    SELECT 1 FROM order_line l
    WHERE l.order_id = order_hold.order_id AND l.position IS NOT NULL AND l.is_goods
        AND NOT EXISTS (SELECT 1 FROM item i WHERE i.sku = l.sku)
)
