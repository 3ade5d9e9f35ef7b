"""Decides who somebody seen in an article is, among the people known. Knows no database."""

from articles.linking.decide import Decision, Doubt, decide, sure_by_name
from articles.linking.evidence import Evidence
from articles.linking.names import Agreement, agreement, block, full_name, is_fuller, parts
from articles.linking.sightings import Known, Sighting

__all__ = [
    "Agreement",
    "Decision",
    "Doubt",
    "Evidence",
    "Known",
    "Sighting",
    "agreement",
    "block",
    "decide",
    "full_name",
    "is_fuller",
    "parts",
    "sure_by_name",
]
