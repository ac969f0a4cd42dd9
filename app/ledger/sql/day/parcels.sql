SELECT DISTINCT c.parcel_id FROM label_copy c WHERE c.sent_at >= :since AND c.sent_at < :until
UNION
SELECT c.parcel_id FROM label_copy c
WHERE c.state = 'void' AND c.state_at >= :from AND c.state_at < :until
UNION
SELECT d.parcel_id FROM dispatch d WHERE d.dispatched_at >= :since AND d.dispatched_at < :until
UNION
SELECT h.parcel_id FROM handover_parcel h WHERE h.at >= :from AND h.at < :until
UNION
SELECT w.parcel_id FROM waybill w WHERE w.state IN ('reserved', 'bound')
