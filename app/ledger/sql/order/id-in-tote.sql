SELECT id FROM shop_order WHERE tote = :tote AND tote <> ''
