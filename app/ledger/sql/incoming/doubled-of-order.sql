SELECT l.id, l.arrived_at, l.source, l.job_key, l.arrivals, l.width, l.height, l.dots_per_mm, l.codes,
    l.findings, l.waybill, l.order_id, l.parcel_id, l.state, l.reason, l.detail
FROM incoming_label l
WHERE l.order_id = :order AND l.state = 'doubled'
    AND l.state IN ('unmatched', 'doubled', 'unreadable', 'too-large')
ORDER BY l.id
