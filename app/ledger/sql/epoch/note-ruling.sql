INSERT INTO quarantine_ruling (number, ruling, badge, reason, at)
VALUES (:number, :ruling, :badge, :reason, :at)
