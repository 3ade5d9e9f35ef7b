"""Rows and their constraints; no logic."""

from articles.models.article import Article, ArticleVersion, Source
from articles.models.facts import DateExpression, Mention, Quote
from articles.models.person import Person, PersonAlias
from articles.models.run import Reject, Run

__all__ = [
    "Article",
    "ArticleVersion",
    "DateExpression",
    "Mention",
    "Person",
    "PersonAlias",
    "Quote",
    "Reject",
    "Run",
    "Source",
]
