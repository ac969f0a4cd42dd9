SELECT id, state FROM shop_order WHERE id > :after ORDER BY id LIMIT :atMost
