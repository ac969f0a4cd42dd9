UPDATE waybill SET void_reason = :reason, void_badge = :badge, void_at = :at
WHERE number = :number
