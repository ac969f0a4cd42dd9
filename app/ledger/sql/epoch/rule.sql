UPDATE waybill SET quarantine = NULL, state = :state
WHERE number = :number AND state = 'free' AND quarantine IS NOT NULL
