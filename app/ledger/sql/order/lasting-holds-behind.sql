-- Those that no import takes off again.
SELECT order_id, hold FROM order_hold
WHERE (order_id, hold) > (:after, :hold) AND hold IN ('by-service', 'changed-late')
ORDER BY order_id, hold LIMIT :atMost
