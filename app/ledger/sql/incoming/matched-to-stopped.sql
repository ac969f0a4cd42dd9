SELECT l.id
FROM incoming_label l
JOIN shop_order o ON o.id = l.order_id
WHERE l.state = 'matched' AND o.state IN ('packed', 'dispatched', 'cancelled', 'shipped')
