SELECT id FROM shop_order WHERE number = :number ORDER BY id
