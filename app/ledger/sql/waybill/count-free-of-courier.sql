SELECT COUNT(*) FROM waybill WHERE state = 'free' AND courier = :courier
