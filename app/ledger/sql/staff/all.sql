SELECT badge, name, role FROM operator
