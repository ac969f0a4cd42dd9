SELECT h.id, h.courier, h.driver, h.vehicle, h.bench, h.badge, h.opened_at, h.closed_at, h.counted,
    h.signed_by,
    (SELECT COUNT(*) FROM handover_parcel p WHERE p.handover_id = h.id)
FROM handover h
WHERE h.id = :id
