"""Readers: files in, articles or the reasons for their rejection out."""

from articles.readers.base import DEFAULT_LIMITS, Item, Limits, Location, RawArticle, Rejected
from articles.readers.dates import parse_published
from articles.readers.files import SourceFile, expand, printable, read_paths

__all__ = [
    "DEFAULT_LIMITS",
    "Item",
    "Limits",
    "Location",
    "RawArticle",
    "Rejected",
    "SourceFile",
    "expand",
    "parse_published",
    "printable",
    "read_paths",
]
