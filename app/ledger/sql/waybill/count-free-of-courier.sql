SELECT COUNT(*) FROM waybill
WHERE state = 'free' AND quarantine IS NULL AND courier = :courier AND NOT EXISTS (
    SELECT 1 FROM shop_order AS o WHERE o.waybill <> '' AND o.waybill = waybill.number)
