SELECT closed_at IS NOT NULL FROM handover WHERE id = :id
