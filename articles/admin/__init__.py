"""Where editors see the articles and correct what was found in them."""

from articles.admin import article, facts, person, run

__all__ = ["article", "facts", "person", "run"]
