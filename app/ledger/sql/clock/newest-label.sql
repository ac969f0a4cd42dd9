SELECT MAX(c.state_at)
FROM (SELECT id, state_at FROM label_copy ORDER BY id DESC LIMIT 50) c
