SELECT badge, name, role FROM operator WHERE badge = :badge
