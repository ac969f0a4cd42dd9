SELECT name, version, saved_at, saved_by, COALESCE(decision, '') FROM label_template
WHERE name = :name
ORDER BY version DESC
