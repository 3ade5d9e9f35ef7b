"""Headlines: which first line is one, and where one ends that runs on."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.extraction.layout.lines import Line

_MAX_WORDS = 30
MAX_CHARACTERS = 250
_MIN_TITLE_WORDS = 3

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]]*$""")
_FULL_STOP = re.compile(r"""(?<!\.)\.["'”’)\]]*$""")
_OPEN_END = re.compile(r"[,;:–—-]$")
# Headlines leave these out; a sentence of a story of some length seldom does.
_NOT_IN_HEADLINES = frozenset("a an the was were had has have said is are been".split())
_TELEGRAPHIC_WORDS = 17
_TERSE_WORDS = 13
_PAST = frozenset("was were had been said told went came".split())
# A headline does not end before what these words lead to.
_LEADING = frozenset(
    """
    a an the this that these those my your his her its our their of to in on at by for from with
    without into onto over under about against between among amid through during before after since
    until as than and or but nor if when while because although though that which who whose whom
    is are was were be been being has have had do does did will would can could may might shall
    should must not no says said say tells told asks asked mr mrs ms dr sir lord lady st gen sen rep
    gov col prof rev president minister king queen prince pope new via vs v per
    """.split()
)
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr st jr sr gen sen sens rep reps gov col lt sgt capt cmdr adm maj rev prof hon pres
    sec supt insp inc corp co cos ltd llc plc bros assn dept univ no nos vs v etc est fig vol ave
    blvd rd ft mt jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del
    fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
    wis wisc wyo
    """.split()
)
# Written with a capital behind a small word, these open a sentence; names do not.
_OPENERS = frozenset(
    """
    a an the this that these those in on at by for from with without after before since until as
    while when where if although though because despite amid amidst during following according
    speaking he she it they we you i there here his her its their our my but and so yet what who how
    why according once under over about around nearly more at least some many most several few two
    three four five six seven eight nine ten dozens hundreds thousands one both all no not only even
    police officials authorities
    """.split()
)
_SURE = 4
_LIKELY = 3


def is_headline(line: Line, following: Line, *, before_parts: bool) -> bool:
    """Tell whether a first line, which stands alone, reads like a title.

    ``before_parts``: ``following`` is a byline, a dateline or a date.
    """
    words = line.text.split()
    if not line.is_whole or len(line.text) > MAX_CHARACTERS or len(words) > _MAX_WORDS:
        return False
    if _OPEN_END.search(line.text) or not any(char.isalpha() for char in line.text):
        return False
    if _holds_sentences(words):
        return False
    return (
        before_parts
        or not _SENTENCE_END.search(line.text)
        or _is_title_case(words)
        or _is_telegraphic(words)
        or (_is_terse(words) and len(following.text) > 2 * len(line.text))
    )


def _holds_sentences(words: list[str]) -> bool:
    """Tell whether a full stop stands inside, in front of a capital."""
    return any(
        _FULL_STOP.search(word) and closes_sentence(word) and following[0].isupper()
        for word, following in pairwise(words)
    )


def closes_sentence(word: str) -> bool:
    """Tell a sentence's last word from "U.S.", "Gen.", "Inc." and "J."."""
    if not _SENTENCE_END.search(word):
        return False
    if not _FULL_STOP.search(word):
        return True
    bare = word.strip("\"'“”‘’()[].,").lower()
    return len(bare) > 1 and "." not in bare and bare not in _ABBREVIATIONS


def _is_title_case(words: list[str]) -> bool:
    long_words = [word for word in (word.lstrip("\"'“‘([") for word in words) if len(word) > 3]
    if len(long_words) < _MIN_TITLE_WORDS:
        return False
    capital = sum(not word[0].islower() for word in long_words)
    return capital >= 0.8 * len(long_words)


def _is_telegraphic(words: list[str]) -> bool:
    plain = {word.strip("\"'“”‘’(),;:.").lower() for word in words}
    return _MIN_TITLE_WORDS < len(words) <= _TELEGRAPHIC_WORDS and not plain & _NOT_IN_HEADLINES


def _is_terse(words: list[str]) -> bool:
    """Tell a short sentence in the present tense from the lead of a story."""
    plain = [word.strip("\"'“”‘’(),;:.").lower() for word in words]
    return _MIN_TITLE_WORDS <= len(words) <= _TERSE_WORDS and not any(
        word in _PAST or word.endswith("ed") for word in plain
    )


def find_run_on(text: str, *, before_parts: bool) -> int | None:
    """Find where a sentence opens that was run into the headline before it.

    Args:
        text: a paragraph.
        before_parts: a byline or dateline follows, so that it is no paragraph of
            the story; otherwise only sure signs count.

    Returns:
        The offset of the sentence's first character; None where nothing shows it.
    """
    if not _SENTENCE_END.search(text):
        return None
    words = list(_WORD.finditer(text))
    best, best_score = None, (_LIKELY if before_parts else _SURE) - 1
    for index in range(_MIN_TITLE_WORDS, len(words) - _MIN_TITLE_WORDS):
        if index > _MAX_WORDS or closes_sentence(words[index - 1][0]):
            break
        score = _opening_score([word[0] for word in words], index)
        if score > best_score:
            best, best_score = words[index].start(), score
    return best


def _opening_score(words: list[str], index: int) -> int:
    """Weigh the signs that a sentence opens at a word; 0 where it cannot."""
    before, word, behind = words[index - 1], words[index], words[index + 1]
    bare = word.lstrip("\"'“‘(")
    if not bare or not bare[0].isupper() or not _may_end(before):
        return 0
    lower = re.sub(r"['’]\w*$", "", bare.strip("\"'“”‘’(),;:.").lower())
    title_case = _is_title_case(words[:index])
    if not title_case and before[0].isupper() and len(before) > 1:
        return 0
    score = 0
    if lower in _OPENERS or (lower.endswith("ing") and behind[0].islower()):
        score = _SURE
    elif _names_subject(words, index):
        score = _LIKELY
    if title_case and not _turns_to_sentence_case(words, index):
        return 0
    return score


def _may_end(word: str) -> bool:
    """Tell whether a headline may end with this word."""
    if _OPEN_END.search(word):
        return False
    bare = word.strip("\"'“”‘’()[]?!.").lower()
    return bool(bare) and bare not in _LEADING


def _names_subject(words: list[str], index: int) -> bool:
    """Tell whether a name, known from before, with its verb behind opens here."""
    end = index
    while end < len(words) and words[end][0].isupper() and end - index < 5:
        end += 1
    if end >= len(words) or not _is_verb(words[end]):
        return False
    named = {word.strip("\"'“”‘’(),;:.").lower() for word in words[:index]}
    return any(word.strip("\"'“”‘’(),;:.").lower() in named for word in words[index:end])


def _is_verb(word: str) -> bool:
    return word in {"is", "has", "was", "had", "will", "would", "said", "says", "told", "are"} or (
        word.islower() and word.endswith("ed") and len(word) > 3
    )


def _turns_to_sentence_case(words: list[str], index: int) -> bool:
    following = [word for word in words[index + 1 : index + 7] if len(word) > 3]
    lower = [word[0].islower() for word in following]
    return bool(lower) and lower[0] and sum(lower) * 2 >= len(lower)
