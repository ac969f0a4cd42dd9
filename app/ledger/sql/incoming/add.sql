INSERT INTO incoming_label (arrived_at, source, job_key, width, height, dots_per_mm, codes, findings,
    waybill, order_id, state, reason, detail)
VALUES (:arrivedAt, :source, :jobKey, :width, :height, :dotsPerMm, :codes, :findings,
    :waybill, :order, :state, :reason, :detail)
