DELETE FROM parcel WHERE id = :id AND waybill = '' AND carton > 1
