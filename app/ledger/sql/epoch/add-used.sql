INSERT INTO waybill (number, courier, state) VALUES (:number, :courier, 'void')
ON CONFLICT (number) DO NOTHING
