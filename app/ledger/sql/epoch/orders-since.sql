SELECT shop, number FROM shop_order WHERE id > :after ORDER BY id
