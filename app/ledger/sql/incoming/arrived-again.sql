UPDATE incoming_label SET arrivals = arrivals + 1 WHERE id = :id
