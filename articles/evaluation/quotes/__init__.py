"""Quotes: is what is said found whole, and is it known who says it?"""

from articles.evaluation.quotes.gold import Found, QuotesGold, read_found, read_quotes
from articles.evaluation.quotes.report import QuotesReport, evaluate_quotes

__all__ = [
    "Found",
    "QuotesGold",
    "QuotesReport",
    "evaluate_quotes",
    "read_found",
    "read_quotes",
]
