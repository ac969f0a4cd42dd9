SELECT order_id FROM parcel WHERE waybill = :number AND waybill <> '' ORDER BY id DESC LIMIT 1
