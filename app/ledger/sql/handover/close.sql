UPDATE handover SET closed_at = :at, counted = :counted, signed_by = :signedBy, driver = :driver,
    vehicle = :vehicle
WHERE id = :id AND closed_at IS NULL
