SELECT id, at, bench, device, text FROM scan ORDER BY id LIMIT 1
