INSERT INTO order_line (order_id, position, sku, title, spec, quantity, is_goods)
VALUES (:order, :position, :sku, :title, :spec, :quantity, :isGoods)
