"""Rows of (text, what is said in it), by phenomenon; ``test_rows`` runs them all."""
