INSERT INTO order_hold (order_id, hold, position)
SELECT CAST(:order AS BIGINT), CAST(:hold AS TEXT), COALESCE(MAX(position), -1) + 1
FROM order_hold
WHERE order_id = :order
ON CONFLICT (order_id, hold) DO NOTHING
