SELECT sku, title, spec, quantity, is_goods, done
FROM order_line
WHERE order_id = :order AND position IS NOT NULL
ORDER BY position
