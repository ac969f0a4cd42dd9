UPDATE label_page SET bytes = :bytes, png = :png WHERE copy_id = :copy
