SELECT code, order_id FROM box WHERE code > :after ORDER BY code LIMIT :atMost
