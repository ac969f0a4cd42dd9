UPDATE parcel SET
    carton = CASE WHEN carton > :carton THEN carton - 1 ELSE carton END,
    cartons = cartons - 1
WHERE order_id = :order AND cartons > 1
    AND NOT (carton > 1 AND EXISTS (
        SELECT 1 FROM waybill w WHERE w.number = parcel.waybill AND w.state = 'void'))
