SELECT parcel_id, identity, box, label, copy_no FROM gate_pass WHERE parcel_id = :parcel
