INSERT INTO operator (badge, name, role) VALUES (:badge, :name, :role)
ON CONFLICT (badge) DO UPDATE SET name = excluded.name, role = excluded.role
