UPDATE dispatch SET late_reason = :reason WHERE parcel_id = :parcel
