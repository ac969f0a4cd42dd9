INSERT INTO label_copy (parcel_id, order_id, copy_no, waybill, courier, state, cause, printer,
    language, form, badge, reason, prepared_at,
    state_at, mark)
SELECT p.id, p.order_id,
    (SELECT COALESCE(MAX(c.copy_no), 0) + 1 FROM label_copy c WHERE c.parcel_id = p.id),
    :waybill, :courier, 'prepared', :cause, :printer, :language, :form, :badge, :reason, :preparedAt,
    :preparedAt, :mark
FROM parcel p
WHERE p.id = :parcel
