INSERT INTO box (code, order_id, at, badge) VALUES (:code, :order, :at, :badge)
