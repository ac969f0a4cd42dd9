SELECT copy_no FROM label_copy WHERE id = :id
