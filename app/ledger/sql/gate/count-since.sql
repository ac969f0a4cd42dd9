SELECT COUNT(*)
FROM dispatch d
JOIN gate_pass g ON g.parcel_id = d.parcel_id
WHERE d.dispatched_at >= :from
