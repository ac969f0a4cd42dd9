SELECT order_id FROM box WHERE code = :code
