UPDATE order_line SET done = done - :pieces WHERE id = :line
