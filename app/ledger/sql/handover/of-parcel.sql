SELECT handover_id FROM handover_parcel WHERE parcel_id = :parcel
