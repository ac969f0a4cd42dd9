SELECT copy_no, waybill FROM label_copy WHERE id = :id
