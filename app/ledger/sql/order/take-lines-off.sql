UPDATE order_line SET position = NULL WHERE order_id = :order AND position IS NOT NULL
