SELECT COUNT(*) FROM shop_order WHERE state = 'open'
