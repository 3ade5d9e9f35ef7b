"""People: are they found, and is it known who is who?"""

from articles.evaluation.people.gold import Found, PeopleGold, read_found, read_people
from articles.evaluation.people.report import PeopleReport, evaluate_people

__all__ = [
    "Found",
    "PeopleGold",
    "PeopleReport",
    "evaluate_people",
    "read_found",
    "read_people",
]
