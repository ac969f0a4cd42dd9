SELECT o.shop, o.number, c.waybill, c.state
FROM label_copy c JOIN shop_order o ON o.id = c.order_id
WHERE c.id > :after
ORDER BY c.id
