INSERT INTO label_page (copy_id, bytes, png) VALUES (:copy, :bytes, :png)
