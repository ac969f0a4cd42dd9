SELECT c.id, c.parcel_id, c.order_id, c.copy_no, c.waybill, c.courier, c.state, c.cause, c.printer,
    c.language, c.form, c.badge, c.reason, c.prepared_at, c.sent_at, c.bound_at, c.bytes_taken,
    c.mark, c.evidence, c.counter_before, c.came_out,
    length(p.bytes), p.bytes, p.png
FROM label_copy c
JOIN label_page p ON p.copy_id = c.id
WHERE c.id = :id
