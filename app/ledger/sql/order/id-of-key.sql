SELECT id FROM shop_order WHERE number = :number AND shop = :shop
