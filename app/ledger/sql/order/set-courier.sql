UPDATE shop_order SET courier = :courier WHERE id = :id
