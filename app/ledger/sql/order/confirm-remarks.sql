UPDATE shop_order SET remarks_confirmed_at = :at, remarks_confirmed_by = :badge WHERE id = :id
