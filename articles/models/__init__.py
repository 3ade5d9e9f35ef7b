"""Rows and their constraints; no logic."""

from articles.models.article import Article, ArticleVersion, Source
from articles.models.facts import DateExpression, Mention, Quote
from articles.models.identity import Appearance, PersonMerge, PossibleMatch
from articles.models.person import Person, PersonAlias
from articles.models.run import Chunk, FetchedUrl, Reject, Run

__all__ = [
    "Appearance",
    "Article",
    "ArticleVersion",
    "Chunk",
    "DateExpression",
    "FetchedUrl",
    "Mention",
    "Person",
    "PersonAlias",
    "PersonMerge",
    "PossibleMatch",
    "Quote",
    "Reject",
    "Run",
    "Source",
]
