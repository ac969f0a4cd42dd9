INSERT INTO dispatch (parcel_id, order_id, waybill, courier, dispatched_at, badge, operator_name,
    bench, goal_at, limit_at, calendar_known, in_goal, in_limit, late_reason)
VALUES (:parcel, :order, :waybill, :courier, :at, :badge, :operatorName,
    :bench, :goalAt, :limitAt, :calendarKnown, :inGoal, :inLimit, :lateReason)
