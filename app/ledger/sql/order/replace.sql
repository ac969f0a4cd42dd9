UPDATE shop_order SET
    state = :state,
    created_at = :createdAt,
    paid_at = :paidAt,
    paid_date_only = :paidDateOnly,
    promised_at = :promisedAt,
    recipient_name = :name,
    recipient_phone = :phone,
    recipient_country = :country,
    recipient_province = :province,
    recipient_city = :city,
    recipient_district = :district,
    recipient_street = :street,
    recipient_postcode = :postcode,
    recipient_masked = :masked,
    remarks_confirmed_at = CASE
        WHEN buyer_remark = :buyerRemark AND seller_remark = :sellerRemark AND flag = :flag
        THEN remarks_confirmed_at END,
    buyer_remark = :buyerRemark,
    seller_remark = :sellerRemark,
    flag = :flag,
    courier = :courier,
    waybill = :waybill,
    goal_at = :goalAt,
    limit_at = :limitAt,
    calendar_known = :calendarKnown,
    digest = :digest,
    single_sku = NULLIF(:singleSku, '')
WHERE id = :id AND shop = :shop AND number = :number AND state NOT IN ('packed', 'dispatched')
