SELECT number, courier, state, parcel_id FROM waybill WHERE number = :number FOR UPDATE
