INSERT INTO label_template (name, version, json, saved_at, saved_by, decision)
VALUES (:name,
    (SELECT COALESCE(MAX(t.version), 0) + 1 FROM label_template t WHERE t.name = :name),
    :json, :savedAt, :savedBy, NULLIF(:decision, ''))
