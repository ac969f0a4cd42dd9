SELECT id, order_id, carton, cartons, weight_grams, waybill, courier
FROM parcel
WHERE order_id = :order
ORDER BY id
