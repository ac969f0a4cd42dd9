UPDATE label_copy SET
    state = :state,
    state_at = :at,
    cause = :cause,
    evidence = CASE WHEN :evidence <> '' THEN :evidence ELSE evidence END,
    sent_at = CASE WHEN :isSent THEN :at WHEN :isPrepared THEN NULL ELSE sent_at END,
    bound_at = CASE WHEN :isBound THEN :at ELSE bound_at END,
    bytes_taken = CASE WHEN :bytesTaken > 0 OR :isPrepared THEN :bytesTaken ELSE bytes_taken END
WHERE id = :id
