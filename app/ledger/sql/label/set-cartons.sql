UPDATE parcel SET cartons = :cartons WHERE order_id = :order AND carton <= :cartons
