SELECT o.shop, o.number FROM shop_order o ORDER BY o.id
