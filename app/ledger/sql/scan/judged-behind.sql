SELECT id, outcome FROM scan WHERE id > :after ORDER BY id LIMIT :atMost
