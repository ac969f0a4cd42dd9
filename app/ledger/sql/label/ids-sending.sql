SELECT id FROM label_copy WHERE state = 'sending' AND state IN ('sending', 'uncertain', 'sent')
ORDER BY id
