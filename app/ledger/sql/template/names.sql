SELECT DISTINCT name FROM label_template
ORDER BY name
