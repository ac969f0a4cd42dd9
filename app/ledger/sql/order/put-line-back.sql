UPDATE order_line SET position = :position, title = :title, spec = :spec WHERE id = :id
