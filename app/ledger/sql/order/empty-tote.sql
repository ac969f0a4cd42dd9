UPDATE shop_order SET tote = '' WHERE tote = :tote AND tote <> '' AND id <> :id AND state <> 'open'
