"""The title or description printed beside a name, and the gender it shows."""

from __future__ import annotations

import re
from functools import cache

from articles.extraction.lexicons import load
from articles.extraction.people.names import PARTICLES, given_names, surnames
from articles.extraction.people.words import Gap, Shape, Word

LONGEST_TITLE = 8
LONGEST_APPOSITION = 14

ROYAL = frozenset("king queen emperor empress tsar pope sultan shah prince princess".split())
_STOPS = frozenset(
    "said says who whom is was are were has had have will would did does and but told which"
    " where when if that then than while because added he she they it we i you not to in on at"
    " with from by after before as for into since until".split()
)
_HEADS = frozenset(("ex", "vice", "co", "then", "former"))
_OF = frozenset(("of", "for"))
_PREPOSITIONS = frozenset("of for to in at from".split())
# Heads of descriptions of bodies, not people: "X, a Republican consulting firm".
_COLLECTIVES = frozenset(
    "agency band brand city charity club company firm group hospital law magazine newspaper"
    " organisation organization paper party publisher ship show team town village website".split()
)
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my"))
# Nothing that stands before these belongs to the title.
_HONORIFICS = frozenset("mr mrs ms miss mx messrs mme mlle herr frau señor señora signor".split())
# "Cllr", "Mst", "Brgdr": capitalised, without vowel, hardly a name.
_ABBREVIATED = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2,4}\Z")
_AGE = re.compile(r", (?:aged )?\d{1,3}, \Z")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "then"))
_MODIFIERS = frozenset(
    "former then late acting outgoing incoming new deputy chief longtime long-time veteran top"
    " leading right-hand left-hand star state top-seeded fellow old young elder younger defending"
    " reigning then-president hard-line hardline prominent".split()
)


@cache
def roles() -> frozenset[str]:
    """Words of titles and roles, case-folded."""
    return load("person_titles")


def personal_titles() -> frozenset[str]:
    """Titles that stand before a bare surname, case-folded."""
    return load("titles_before_surnames")


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand in a title before the role: peoples, parties, places, fields."""
    single = (place for place in load("places") if " " not in place)
    words = (*single, *load("demonyms"), *load("title_modifiers"))
    return frozenset(word.casefold() for word in words)


def is_office(word: Word) -> bool:
    """Whether the word ends titles such as "secretary of state"."""
    return word.fold in load("title_modifiers")


def is_role(word: Word) -> bool:
    """Whether the word is a title or role, also of several ("Justices") or unknown ("Brgdr")."""
    fold = word.fold
    head, _, tail = fold.partition("-")
    if fold in roles() or (tail in roles() and (head in _HEADS or head in roles())):
        return True
    if word.tag in ("NNS", "NNPS") and fold.endswith("s"):
        return fold[:-1] in roles()
    names = (surnames(), given_names(), load("family_first_names"))
    return bool(_ABBREVIATED.match(word.text)) and not any(fold in known for known in names)


def title_before(words: list[Word], first: int, text: str) -> str | None:
    """The title that ends where the name starts, as printed, or None."""
    if first > 0 and words[first].gap is Gap.COMMA:
        return _description_before(words, first, text)
    at = first
    while at > 0 and first - at < LONGEST_TITLE and words[at].joined and _titular(words, at - 1):
        at -= 1
        if words[at].fold in _HONORIFICS:
            break
    of = next((n for n in range(first - 1, at, -1) if words[n].fold in _OF), None)
    if of is not None and any(is_role(words[n]) for n in range(of + 1, first)):
        at = of + 1
    at += text[words[at].start - 1 : words[at].start] == "&"  # "Texas A&M coach"
    while at < first and _dangles(words, at, first):
        at += 1
    if words[first - 1].fold in (*_OF, "the"):
        return None
    if not any(is_role(words[n]) for n in range(at, first)):
        return None
    title = _printed(words, at, first, text)
    end = words[first - 1].end
    return f"{title}." if title and text[end : end + 1] == "." else title


def _printed(words: list[Word], start: int, end: int, text: str) -> str | None:
    """A title as printed, without an age in front and an "and" behind."""
    while start < end and words[start].fold == "year-old":
        start += 1
    while start < end and words[end - 1].fold in ("and", "or"):
        end -= 1
    return text[words[start].start : words[end - 1].end] if start < end else None


def _dangles(words: list[Word], at: int, first: int) -> bool:
    """Whether the first word of a title belongs to what stands before it."""
    word = words[at]
    if word.shape is not Shape.LOWER or is_role(word) or word.fold in _MODIFIERS:
        return False
    return word.fold in ("of", "for", "the") or (at + 1 < first and words[at + 1].nameable)


def _titular(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.possessive or word.label == "PERSON":
        return is_role(word) and not word.possessive
    if is_role(word) or word.fold in _MODIFIERS or word.fold in modifiers():
        return True
    if word.fold == "and":
        return at > 0 and word.joined and is_role(words[at - 1]) and is_role(words[at + 1])
    if word.tag.startswith("NNP") and word.nameable and _leads_on(word, words[at + 1]):
        return True
    if word.fold in _OF or word.text in ("the", "State", "Staff"):
        return _continues(words, at)
    return word.text[:1].isupper() and word.label in ("ORG", "GPE", "NORP", "FAC")


def _leads_on(word: Word, behind: Word) -> bool:
    """Whether a name goes on into the role behind it: "Norwich striker", "Wall Street banker"."""
    return behind.shape is Shape.LOWER or (behind.nameable and word.entity == behind.entity != -1)


def _continues(words: list[Word], at: int) -> bool:
    """Whether "of" or "of the" at this place hangs on an office ("secretary of state")."""
    if words[at].text == "the":
        return at > 1 and words[at].joined and words[at - 1].fold in _OF and is_role(words[at - 2])
    if words[at].fold in _OF:
        return at > 0 and words[at].joined and is_role(words[at - 1])
    return words[at].nameable


def _description_before(words: list[Word], first: int, text: str) -> str | None:
    """The description that a name stands in apposition to ("the mayor, NAME, said"), or None."""
    if not _set_off(words, first, text):
        return None
    start = at = first
    while at > 0 and first - at < LONGEST_APPOSITION and (at == first or _joins(words, at, text)):
        before = words[at - 1]
        if before.possessive or before.fold in _DETERMINERS:
            start = at
            if at < 2 or words[at - 2].fold not in _OF or before.possessive:
                break
        elif before.fold in _STOPS or before.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        at -= 1
    head = _head(words, start, first)
    if start == first or not _is_one(words[head - 1]):
        return None
    return _printed(words, start, first, text)


def _is_one(word: Word) -> bool:
    """Whether the word is the role of one person, not of several."""
    return is_role(word) and (word.fold in roles() or word.tag not in ("NNS", "NNPS"))


def _joins(words: list[Word], at: int, text: str) -> bool:
    """Whether a word continues the phrase, also behind the possessive of a plural."""
    if words[at].joined:
        return True
    return words[at].gap is Gap.CLOSING and words[at - 1].text.endswith("s")


def _set_off(words: list[Word], first: int, text: str) -> bool:
    """Whether the name that starts here ends at a comma or stop."""
    at = first + 1
    while at < len(words) and words[at].joined and not words[at - 1].possessive:
        if not (words[at].nameable or words[at].text in PARTICLES):
            return False
        at += 1
    end = words[at - 1].end
    return text[end : end + 1] in (",", ".", ";", ":", "\n", "", ")")


def title_behind(words: list[Word], last: int, text: str) -> str | None:
    """The apposition behind a name ("…, the mayor of London,"), without article, or None."""
    if last >= len(words) or not _opens_apposition(words, last, text):
        return None
    start = last + (words[last].fold in _ARTICLES)
    end = _end_of_apposition(words, start, text)
    return _printed(words, start, end, text)


def _end_of_apposition(words: list[Word], start: int, text: str) -> int:
    """The place behind the apposition that starts here, or ``start`` where none does."""
    role = False
    at = joint = start
    while at < len(words) and at - start < LONGEST_APPOSITION:
        word = words[at]
        if at > start and not word.joined:
            break
        if word.fold == "of" and not (role or words[at - 1].nameable):
            break
        if _ends_apposition(word, role=role):
            if not (role and _goes_on(words, at)):
                break
            joint = joint if joint > start else at
        role = role or (at - start < 5 and _is_one(word) and not word.tag.startswith("VB"))
        at += 1
    if (
        not role
        or words[_head(words, start, joint if joint > start else at) - 1].fold in _COLLECTIVES
    ):
        return start
    return at if _closed(words, at, text) else joint


def _head(words: list[Word], start: int, end: int) -> int:
    """The place behind the head noun of a description: before its first preposition."""
    return next((at for at in range(start, end) if words[at].fold in _PREPOSITIONS), end)


def _opens_apposition(words: list[Word], last: int, text: str) -> bool:
    """Whether a comma, ", 43," or a bracket parts the name from what stands behind."""
    between = text[words[last - 1].end : words[last].start]
    if words[last].gap is Gap.COMMA or _AGE.match(between):
        return True
    return between == " (" and words[last].fold in _DETERMINERS


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether "and" joins two roles, or two words of an organisation's name."""
    if words[at].fold != "and" or at + 1 >= len(words) or not words[at + 1].joined:
        return False
    behind = words[at + 1]
    if behind.nameable:
        return words[at - 1].nameable and behind.label in ("ORG", words[at - 1].label)
    two = words[at + 2 : at + 3]
    return is_role(behind) or (bool(two) and two[0].joined and is_role(two[0]))


def _ends_apposition(word: Word, *, role: bool) -> bool:
    if word.fold in _STOPS:
        return not (role and word.fold in ("for", "to", "in", "at", "from"))
    verb = word.tag in ("VBD", "VBZ", "VBP", "VBG", "MD")
    return verb and not (is_role(word) or word.fold in _MODIFIERS)


def _closed(words: list[Word], at: int, text: str) -> bool:
    """Whether an apposition that ends before word ``at`` ends at a comma or stop."""
    if at == len(words):
        return True
    between = text[words[at - 1].end : words[at].start]
    return words[at].fold in ("who", "which", "and") or between[:1] in (
        ",",
        ".",
        ";",
        ")",
        "\n",
        "-",
    )


def is_royal(title: str) -> bool:
    """Whether a title is borne with a given name alone: "Queen", "Prince"."""
    return not ROYAL.isdisjoint(title.casefold().split())
