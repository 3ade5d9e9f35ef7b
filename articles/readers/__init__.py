"""Readers: files in, articles or the reasons for their rejection out."""

from articles.readers.base import (
    DEFAULT_LIMITS,
    Item,
    Limits,
    Location,
    PubStatus,
    RawArticle,
    ReadError,
    Rejected,
)
from articles.readers.dates import parse_published
from articles.readers.files import FORMATS, Fetched, SourceFile, expand, read_paths
from articles.readers.mapping import FieldMap
from articles.readers.names import printable

__all__ = [
    "DEFAULT_LIMITS",
    "FORMATS",
    "Fetched",
    "FieldMap",
    "Item",
    "Limits",
    "Location",
    "PubStatus",
    "RawArticle",
    "ReadError",
    "Rejected",
    "SourceFile",
    "expand",
    "parse_published",
    "printable",
    "read_paths",
]
