SELECT id
FROM shop_order
WHERE waybill = :number AND waybill <> ''
ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'packed' THEN 1 ELSE 2 END, id DESC
LIMIT 1
