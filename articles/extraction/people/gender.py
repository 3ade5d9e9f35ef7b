"""The gender that titles and given names show, for the pronouns of quotes."""

from __future__ import annotations

from functools import cache

from articles.extraction.lexicons import load
from articles.extraction.people.names import plain
from articles.extraction.people.titles import personal_titles
from articles.extraction.types import Gender


def gender_of_title(title: str) -> Gender | None:
    """The gender that the words of a title show; None where they show none or both."""
    return _gender({plain(word.strip(".,")) for word in title.split()})


def gender_of_honorific(title: str) -> Gender | None:
    """The gender that "Mr.", "Mrs.", "Lady" and their like show."""
    return _gender({plain(word.strip(".,")) for word in title.split()} & personal_titles())


def _gender(words: set[str]) -> Gender | None:
    female, male = bool(words & load("titles_of_women")), bool(words & load("titles_of_men"))
    if female == male:
        return None
    return Gender.FEMALE if female else Gender.MALE


@cache
def _gendered() -> tuple[frozenset[str], frozenset[str]]:
    both = {plain(name) for name in load("given_names_either")}
    male = frozenset(plain(name) for name in load("given_names_male"))
    female = frozenset(plain(name) for name in load("given_names_female"))
    return male - both, female - both


def gender_of_given(given: str) -> Gender | None:
    """The gender that a given name (plain) shows by the lists, or None."""
    male, female = _gendered()
    for name in (given, *given.replace("-", " ").split()):
        if (name in male) != (name in female):
            return Gender.MALE if name in male else Gender.FEMALE
    return None
