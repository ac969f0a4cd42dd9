UPDATE waybill SET state = :state WHERE number = :number
