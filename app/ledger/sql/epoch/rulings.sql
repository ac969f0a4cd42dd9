SELECT number, ruling, badge, reason, at FROM quarantine_ruling WHERE number = :number ORDER BY id
