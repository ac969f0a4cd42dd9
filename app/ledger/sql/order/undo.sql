UPDATE verification SET undone = TRUE WHERE id = :id AND NOT undone
