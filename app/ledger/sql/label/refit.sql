UPDATE label_copy SET printer = :printer, language = :language
WHERE id = :id AND state IN ('prepared', 'failed-clean')
