DELETE FROM item_code WHERE sku = :sku
