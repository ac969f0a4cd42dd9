INSERT INTO scan (at, bench, badge, device, text, aim)
VALUES (:at, :bench, :badge, :device, :text, :aim)
