SELECT COUNT(*) FROM waybill WHERE state = 'free'
