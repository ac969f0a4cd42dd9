UPDATE order_line SET done = done + :pieces
WHERE order_id = :order AND position = :line AND done + :pieces <= quantity
