INSERT INTO incoming_page (label_id, bits) VALUES (:label, :bits)
