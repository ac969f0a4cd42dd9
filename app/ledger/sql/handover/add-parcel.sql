INSERT INTO handover_parcel (parcel_id, handover_id, at, badge)
VALUES (:parcel, :id, :at, :badge)
