SELECT number, courier, state, parcel_id FROM waybill WHERE state <> 'free'
