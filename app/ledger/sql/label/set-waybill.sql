UPDATE parcel SET waybill = :number, courier = :courier WHERE id = :id
