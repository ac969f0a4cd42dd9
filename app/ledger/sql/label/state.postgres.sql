SELECT state FROM label_copy WHERE id = :id FOR UPDATE
