SELECT sku, title, spec, bin, picture, weight_grams, price_cents, asks_serial
FROM item
WHERE sku = :sku
