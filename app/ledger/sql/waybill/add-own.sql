INSERT INTO waybill (number, courier, state) VALUES (:number, :courier, 'free')
ON CONFLICT (number) DO NOTHING
