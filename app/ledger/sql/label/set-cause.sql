UPDATE label_copy SET cause = :cause WHERE id = :id
