SELECT hold FROM order_hold WHERE order_id = :order ORDER BY position, hold
