SELECT name, version, saved_at, saved_by, COALESCE(decision, ''), json FROM label_template
WHERE name = :name AND version = :version
