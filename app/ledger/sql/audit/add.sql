INSERT INTO audit_entry (bench, seq, at, kind, subject, badge, body, mac)
VALUES (:bench, :seq, :at, :kind, :subject, :badge, :body, :mac)
ON CONFLICT (bench, seq) DO NOTHING
