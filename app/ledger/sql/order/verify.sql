INSERT INTO verification (scan_id, order_id, line_id, sku, pieces, serial, how, badge, at)
SELECT CAST(:scan AS BIGINT), l.order_id, l.id, l.sku, CAST(:pieces AS BIGINT),
    CAST(:serial AS TEXT), CAST(:how AS TEXT), CAST(:badge AS TEXT), CAST(:at AS BIGINT)
FROM order_line l
WHERE l.order_id = :order AND l.position = :line
RETURNING id, scan_id, order_id, line_id, sku, pieces, serial, how, badge, at
