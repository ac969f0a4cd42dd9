INSERT INTO item (sku, title, spec, bin, picture, weight_grams, price_cents, asks_serial)
VALUES (:sku, :title, :spec, :bin, :picture, :weightGrams, :priceCents, :asksSerial)
ON CONFLICT (sku) DO UPDATE SET
    title = excluded.title,
    spec = excluded.spec,
    bin = excluded.bin,
    picture = excluded.picture,
    weight_grams = excluded.weight_grams,
    price_cents = excluded.price_cents,
    asks_serial = excluded.asks_serial
