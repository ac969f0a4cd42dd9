SELECT v.id, v.scan_id, v.order_id, l.position, v.pieces, v.serial, v.how, v.badge, v.at,
    v.undone, v.line_id
FROM verification v
JOIN order_line l ON l.id = v.line_id
WHERE v.order_id = :order
ORDER BY v.id
