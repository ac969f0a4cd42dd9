UPDATE label_copy SET counter_before = :counter, came_out = NULL WHERE id = :id
