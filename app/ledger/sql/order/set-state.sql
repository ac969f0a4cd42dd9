UPDATE shop_order SET state = :state WHERE id = :id
