UPDATE label_copy SET state = 'uncertain', state_at = :at
WHERE state = 'sending' AND state IN ('sending', 'uncertain', 'sent')
