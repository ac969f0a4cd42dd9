DELETE FROM command WHERE at < :before
