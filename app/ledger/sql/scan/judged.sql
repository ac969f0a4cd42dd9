UPDATE scan SET kind = :kind, outcome = :outcome, order_id = :order WHERE id = :id
