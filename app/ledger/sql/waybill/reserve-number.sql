UPDATE waybill SET state = 'reserved', parcel_id = :parcel,
    courier = CASE WHEN courier = '' THEN :courier ELSE courier END
WHERE number = :number AND state = 'free' AND quarantine IS NULL
