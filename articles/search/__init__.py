"""Full-text search without a database: what is stored, what is asked, what matched."""
