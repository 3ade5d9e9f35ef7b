"""Rows and their constraints; no logic."""

from articles.models.article import Article, ArticleVersion, Source
from articles.models.copies import Band, Cluster, Copy, Fingerprint, Printing
from articles.models.facts import DateExpression, Mention, Quote
from articles.models.identity import Appearance, PersonMerge, PossibleMatch
from articles.models.person import Person, PersonAlias
from articles.models.run import Chunk, Reject, Run
from articles.models.summaries import CoMention, DateCount, PersonCount, PublicationCount

__all__ = [
    "Appearance",
    "Article",
    "ArticleVersion",
    "Band",
    "Chunk",
    "Cluster",
    "CoMention",
    "Copy",
    "DateCount",
    "DateExpression",
    "Fingerprint",
    "Mention",
    "Person",
    "PersonAlias",
    "PersonCount",
    "PersonMerge",
    "PossibleMatch",
    "Printing",
    "PublicationCount",
    "Quote",
    "Reject",
    "Run",
    "Source",
]
