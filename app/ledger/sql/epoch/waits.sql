SELECT number FROM waybill WHERE number = :number AND state = 'free' AND quarantine IS NOT NULL
