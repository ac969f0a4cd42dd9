SELECT MAX(dispatched_at) FROM dispatch
