SELECT code, pieces FROM item_code WHERE sku = :sku ORDER BY position
