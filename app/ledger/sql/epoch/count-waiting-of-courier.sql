SELECT COUNT(*) FROM waybill
WHERE state = 'free' AND quarantine IS NOT NULL AND courier = :courier
