SELECT 1 FROM verification
WHERE serial = :serial AND sku = :sku AND serial <> '' AND NOT undone
