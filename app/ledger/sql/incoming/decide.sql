UPDATE incoming_label SET
    state = :state,
    waybill = :waybill,
    order_id = :order,
    reason = :reason,
    detail = :detail
WHERE id = :id
