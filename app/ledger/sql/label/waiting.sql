SELECT c.id, c.parcel_id, c.order_id, c.copy_no, c.waybill, c.courier, c.state, c.cause, c.printer,
    c.language, c.form, c.badge, c.reason, c.prepared_at, c.sent_at, c.bound_at, c.bytes_taken,
    c.mark, c.evidence, c.counter_before, c.came_out,
    0
FROM label_copy c
WHERE c.state = 'sent' AND c.cause <> '' AND c.state IN ('sending', 'uncertain', 'sent')
ORDER BY c.id
