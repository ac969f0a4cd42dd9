SELECT COUNT(*) FROM waybill WHERE state = 'free' AND quarantine IS NULL AND courier = :courier
