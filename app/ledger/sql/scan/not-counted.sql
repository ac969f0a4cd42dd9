UPDATE scan SET kind = :kind, outcome = 'not-counted' WHERE id = :id AND outcome = ''
