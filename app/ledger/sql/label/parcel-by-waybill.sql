SELECT id, order_id, carton, cartons, weight_grams, waybill, courier
FROM parcel
WHERE waybill = :number AND waybill <> ''
ORDER BY id DESC
LIMIT 1
