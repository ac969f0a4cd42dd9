SELECT COUNT(*) FROM label_copy WHERE state = 'uncertain' AND state IN ('sending', 'uncertain', 'sent')
