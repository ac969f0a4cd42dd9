DELETE FROM order_hold WHERE order_id = :order AND hold = :hold
