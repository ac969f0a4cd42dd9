UPDATE verification SET undone = TRUE
WHERE order_id = :order AND NOT undone
    AND line_id IN (SELECT id FROM order_line WHERE order_id = :order AND position IS NULL)
RETURNING id
