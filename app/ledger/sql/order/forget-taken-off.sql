UPDATE order_line SET done = 0 WHERE order_id = :order AND position IS NULL AND done > 0
