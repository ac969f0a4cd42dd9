SELECT id, sku, quantity, is_goods
FROM order_line
WHERE order_id = :order AND position IS NOT NULL
ORDER BY position
