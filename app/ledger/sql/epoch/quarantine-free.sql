UPDATE waybill SET quarantine = :epoch WHERE state = 'free'
