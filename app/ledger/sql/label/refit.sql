UPDATE label_copy SET printer = :printer, language = :language, form = :form, mark = :mark
WHERE id = :id AND state IN ('prepared', 'failed-clean')
