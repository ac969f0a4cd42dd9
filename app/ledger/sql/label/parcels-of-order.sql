SELECT id, order_id, carton, cartons, weight_grams, waybill, courier
FROM parcel
WHERE order_id = :order
    AND NOT (carton > 1 AND EXISTS (
        SELECT 1 FROM waybill w WHERE w.number = parcel.waybill AND w.state = 'void'))
ORDER BY id
