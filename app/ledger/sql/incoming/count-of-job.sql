SELECT COUNT(*) FROM incoming_label WHERE job_key = :jobKey
