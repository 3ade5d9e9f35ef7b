"""The parts of a person's name, and whether two names can belong to one person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from articles.extraction.lexicons import load

PARTICLES = frozenset(
    "abu af al ap av bin bint da dal das de degli dei del della delle den der di dos du e el ibn"
    " la las le los ni nic ould te ten ter ui 't umm van vom von wa y zu zum zur".split()
)
GENERATIONS = frozenset(("jr", "sr", "jnr", "snr"))
_NUMERALS = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII".split())
ABBREVIATIONS = GENERATIONS | frozenset(
    "mr mrs ms mx dr prof rev fr hon gov sen rep pres lt col gen maj capt cmdr adm brig sgt cpl"
    " pvt pfc st sts msgr mst smt cllr cdr ste det insp supt amb atty sec asst assoc".split()
)
# Asian family names that are also given names or words in English.
_GIVEN_IN_ENGLISH = frozenset(("kim", "lee", "long", "he"))


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Every given name with a group of forms -> the numbers of its groups."""
    groups: dict[str, set[str]] = {}
    for group in load("given_name_forms"):
        forms = group.split()
        for form in forms:
            groups.setdefault(form, set()).add(forms[0])
    return {form: frozenset(names) for form, names in groups.items()}


@cache
def _forms() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group in load("given_name_forms"):
        forms = group.split()
        for form in forms:
            groups.setdefault(form, set()).update(forms)
    return {form: frozenset(names - {form}) for form, names in groups.items()}


def forms_of(given: str) -> frozenset[str]:
    """The short and other forms of a given name (plain), without itself."""
    return _forms().get(given, frozenset())


@cache
def given_names() -> frozenset[str]:
    """Given names of all lists, case-folded and without diacritics."""
    lists = ("given_names_male", "given_names_female", "given_names_either")
    return frozenset(plain(name) for name in frozenset().union(*map(load, lists)))


def is_suffix(word: str) -> bool:
    """Whether a printed word is "Jr", "III" and the like."""
    return word in _NUMERALS or word.casefold().rstrip(".") in GENERATIONS


@cache
def surnames() -> frozenset[str]:
    return frozenset(plain(name) for name in load("surnames"))


@cache
def plain(text: str) -> str:
    """Case-folded, without diacritics, with one kind of apostrophe and hyphen."""
    if text.isascii():
        return text.casefold().replace("`", "'")
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    return kept.translate(_LETTERS)


_LETTERS = str.maketrans(
    {"’": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
    | {"ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
)
# "al-Assad" and "Assad" are one family name.
_ARTICLE = re.compile(r"\A(?:a[lnrstd]|ash|e[ld]|ul)-(?=.{3})")


_DOUBLE = re.compile(r"([^\W\d_])\1+")


def bare(family: str) -> str:
    """A family name (plain) without an Arabic article before it."""
    return _ARTICLE.sub("", family)


@dataclass(frozen=True, slots=True)
class Name:
    """A name split into parts; all parts are plain (see ``plain``).

    ``family`` holds the particles before it; ``middle`` holds what stands
    between given and family name; single words have a family name only.
    """

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str
    nickname: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given.split(), *self.middle, *self.family.split())


def split_name(words: tuple[str, ...], nickname: str = "") -> Name:
    """Split the printed words of a name, without nickname, into its parts.

    In the names of China, Korea and Vietnam the family name stands first.
    """
    parts = [plain(word.rstrip(".")) for word in words]
    suffix = ""
    if len(parts) > 1 and is_suffix(words[-1]):
        suffix = parts.pop()
    if len(parts) == 1:
        return Name("", (), parts[0], suffix, plain(nickname))
    if _family_first(parts):
        return Name(" ".join(parts[1:]), (), parts[0], suffix, plain(nickname))
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in PARTICLES:
        first -= 1
    if first == 1 and parts[0] in PARTICLES:
        return Name("", (), " ".join(parts), suffix, plain(nickname))
    family = " ".join(parts[first:])
    return Name(parts[0], tuple(parts[1:first]), family, suffix, plain(nickname))


def _family_first(parts: list[str]) -> bool:
    head, rest = parts[0], parts[1:]
    asian = load("family_first_names")
    if head not in asian or len(parts) > 3 or any(part in _western_given() for part in rest):
        return False
    if head in _GIVEN_IN_ENGLISH:
        return len(rest) == 2 or "-" in rest[0]
    return rest[-1] not in surnames() or rest[-1] in asian


@cache
def _western_given() -> frozenset[str]:
    return frozenset(plain(name) for name in load("given_names_male") | load("given_names_female"))


def compatible(one: Name, other: Name) -> bool:
    """Whether two names of two words or more can belong to one person.

    The family names must agree and the given names must not differ: "J. D."
    and "JD", "Robert" and "Bob", "R." and "Robert" agree; middle names and
    suffixes may be left out but not contradict each other.
    """
    if bare(one.family) != bare(other.family):
        return _contained(one.words, other.words) or _contained(other.words, one.words)
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if not same_given(one, other):
        return False
    return _middle_agrees(one.middle, other.middle)


def same_given(one: Name, other: Name) -> bool:
    """Whether two given names may be forms of one."""
    if not one.given or not other.given or _single(one.given) == _single(other.given):
        return True
    if _initials(one) and _initials(other):
        return _initials(one)[0] == _initials(other)[0]
    if _initials(one) or _initials(other):
        long, short = (other, one) if _initials(one) else (one, other)
        letters = "".join(word[0] for word in (long.given, *long.middle))
        return letters.startswith(_initials(short)[:1])
    forms = short_forms()
    if forms.get(one.given, frozenset()) & forms.get(other.given, frozenset()):
        return True
    return one.given in (other.nickname, *other.middle) or other.given in (
        one.nickname,
        *one.middle,
    )


def _single(given: str) -> str:
    """A given name with single letters for double ones: "Philip" and "Phillip" are one."""
    return _DOUBLE.sub(r"\1", given)


def _initials(name: Name) -> str:
    given = name.given.replace(".", "")
    if len(given) == 1 or "." in name.given or (len(given) == 2 and given not in given_names()):
        return given + "".join(word.replace(".", "") for word in name.middle if len(word) <= 2)
    return ""


def _middle_agrees(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return True
    return "".join(word[0] for word in one) == "".join(word[0] for word in other)


def _contained(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    if size < 2 or size >= len(long):
        return False
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))
