SELECT id FROM incoming_label WHERE state = 'unmatched' AND id > :after ORDER BY id LIMIT :atMost
