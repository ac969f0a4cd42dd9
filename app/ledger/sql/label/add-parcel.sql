INSERT INTO parcel (order_id, carton, cartons, weight_grams, waybill, courier)
VALUES (:order, :carton, :cartons, :weightGrams, :waybill, :courier)
