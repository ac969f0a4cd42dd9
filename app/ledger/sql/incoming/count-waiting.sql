SELECT COUNT(*)
FROM incoming_label
WHERE state IN ('unmatched', 'doubled', 'unreadable', 'too-large')
