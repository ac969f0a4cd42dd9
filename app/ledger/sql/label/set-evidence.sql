UPDATE label_copy SET evidence = :evidence, came_out = :cameOut WHERE id = :id
