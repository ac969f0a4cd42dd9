SELECT state FROM incoming_label WHERE id = :id
