UPDATE label_copy SET
    state = :state,
    state_at = :at,
    cause = :cause,
    evidence = CASE WHEN CAST(:evidence AS TEXT) <> '' THEN CAST(:evidence AS TEXT) ELSE evidence END,
    sent_at = CASE WHEN CAST(:isSent AS BOOLEAN) THEN CAST(:at AS BIGINT)
        WHEN CAST(:isPrepared AS BOOLEAN) THEN NULL ELSE sent_at END,
    bound_at = CASE WHEN CAST(:isBound AS BOOLEAN) THEN CAST(:at AS BIGINT) ELSE bound_at END,
    bytes_taken = CASE WHEN CAST(:bytesTaken AS BIGINT) > 0 OR CAST(:isPrepared AS BOOLEAN)
        THEN CAST(:bytesTaken AS BIGINT) ELSE bytes_taken END
WHERE id = :id
