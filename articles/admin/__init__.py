"""Where editors see the articles and correct what was found in them."""

from articles.admin import article, facts, identity, person, run

__all__ = ["article", "facts", "identity", "person", "run"]
