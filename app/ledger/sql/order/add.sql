INSERT INTO shop_order (shop, number, state, created_at, paid_at, paid_date_only, promised_at,
    recipient_name, recipient_phone, recipient_country, recipient_province, recipient_city,
    recipient_district, recipient_street, recipient_postcode, recipient_masked,
    buyer_remark, seller_remark, flag, courier, waybill,
    goal_at, limit_at, calendar_known, digest, single_sku, imported_at)
VALUES (:shop, :number, :state, :createdAt, :paidAt, :paidDateOnly, :promisedAt,
    :name, :phone, :country, :province, :city,
    :district, :street, :postcode, :masked,
    :buyerRemark, :sellerRemark, :flag, :courier, :waybill,
    :goalAt, :limitAt, :calendarKnown, :digest, NULLIF(:singleSku, ''), :importedAt)
