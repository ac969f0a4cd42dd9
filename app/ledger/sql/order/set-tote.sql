UPDATE shop_order SET tote = :tote WHERE id = :id
