INSERT INTO handover (courier, driver, vehicle, bench, badge, opened_at)
VALUES (:courier, :driver, :vehicle, :bench, :badge, :at)
