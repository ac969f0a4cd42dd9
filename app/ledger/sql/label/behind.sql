SELECT id, state, copy_no, waybill, reason FROM label_copy WHERE id > :after ORDER BY id LIMIT :atMost
