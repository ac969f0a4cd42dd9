SELECT number FROM waybill WHERE number IN (:number, :upper, :lower)
