UPDATE incoming_label SET state = 'used', parcel_id = :parcel, reason = '', detail = '' WHERE id = :id
