INSERT INTO item_code (code, sku, pieces, position) VALUES (:code, :sku, :pieces, :position)
