SELECT number FROM waybill WHERE number <> upper(number) AND number <> lower(number)
