"""The only writers of the database."""
