INSERT INTO gate_pass (parcel_id, identity, box, label, copy_no)
VALUES (:parcel, :identity, :box, :label, :copyNo)
