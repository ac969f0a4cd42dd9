SELECT (SELECT MAX(at) FROM scan), COALESCE((SELECT MAX(id) FROM label_copy), 0),
    COALESCE((SELECT MAX(id) FROM shop_order), 0)
