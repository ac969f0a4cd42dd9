SELECT COUNT(*) FROM dispatch WHERE dispatched_at >= :from
