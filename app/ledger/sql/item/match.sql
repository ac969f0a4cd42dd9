SELECT i.sku, i.title, i.spec, i.bin, i.picture, i.weight_grams, i.price_cents, i.asks_serial,
    c.pieces
FROM item_code c
JOIN item i ON i.sku = c.sku
WHERE c.code IN (:gtin, :text)
ORDER BY c.position
