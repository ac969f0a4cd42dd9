SELECT id, shop, number, state, created_at, paid_at, paid_date_only, promised_at,
    recipient_name, recipient_phone, recipient_country, recipient_province, recipient_city,
    recipient_district, recipient_street, recipient_postcode, recipient_masked,
    buyer_remark, seller_remark, flag, courier, waybill,
    goal_at, limit_at, calendar_known, tote, digest, remarks_confirmed_at, imported_at, paid_rank
FROM shop_order
WHERE state = :state AND (paid_rank, id) > (:rank, :id)
ORDER BY paid_rank, id
LIMIT :atMost
