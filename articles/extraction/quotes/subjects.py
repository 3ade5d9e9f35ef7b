"""Whose words a verb reports: its subject, or the phrase that stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.quotes.described import is_human
from articles.extraction.quotes.phrases import (
    NAME_TAGS,
    Phrase,
    is_speakerlike,
    phrase_before,
    phrase_behind,
    phrase_of,
)
from articles.extraction.quotes.verbs import speech_verbs

if TYPE_CHECKING:
    from articles.extraction.quotes.page import Page

_SUBJECTS = frozenset(("nsubj", "csubj"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
_HOISTS = frozenset(("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis"))
_RELATIVES = frozenset(("acl", "relcl"))
_AUXILIARY = frozenset(("aux", "auxpass", "neg"))
_STEPS_UP = 6
LONGEST_APPOSITION = 30  # tokens
_LONGEST_NAME = 5
# The name behind these hears what is said.
_ADDRESSING = frozenset(
    "told tells informed informs reminded reminds assured assures asked asks warned warns".split()
)
_DASHES = frozenset(("-", "–", "—", "--"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_NOMINATIVES = frozenset(("he", "she", "they", "we", "i"))
_THINGS = frozenset(("it", "this", "that", "there", "these", "those"))
# Tags that a verb of saying wrongly gets behind a quotation.
MISREAD_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "VBN", "VB", "JJ"))


def find_speaker(page: Page, token: int) -> Phrase | None:
    """The phrase that speaks: the verb's subject, or that of the verb it hangs on."""
    if token and page.tags[token - 1] == "PRP" and page.lower[token - 1] in _NOMINATIVES:
        return Phrase(token - 1, token - 1, token - 1)
    inverted = _inverted(page, token)
    if inverted:
        return inverted
    direct = own_subject(page, token)
    if direct is not None:
        return _behind_content(page, token, direct) or phrase_of(page, direct)
    found = speaker_by_order(page, token)
    if found:
        return found
    return _inherited(page, token)


def _inverted(page: Page, token: int) -> Phrase | None:
    """The name that ends a sentence behind its verb: "Tax rises are coming, says Reeves"."""
    first, end = page.sentence_tokens[page.sentence[token]]
    while end > token and not page.words[end - 1][0].isalnum():
        end -= 1
    if page.tags[token] not in _FINITE or token == first or page.words[token - 1] != ",":
        return None
    if page.lower[token] in _ADDRESSING:
        return None
    if not 0 < end - token - 1 <= _LONGEST_NAME:
        return None
    names = range(token + 1, end)
    if all(_is_named(page, i) for i in names):
        return Phrase(token + 1, end - 1, end - 1)
    return None


def _behind_content(page: Page, token: int, subject: int) -> Phrase | None:
    """The name behind the verb in "Any reading of it, said Ann Lee, an expert, ...".

    A comma between a subject and its verb comes in pairs; a single one shows
    that the parser took what is said for who says it.
    """
    end = page.sentence_tokens[page.sentence[token]][1]
    if not subject < token - 1 or page.words[token - 1] != "," or token + 1 >= end:
        return None
    between = range(subject, token - 1)
    if any(page.words[i] in {",", *_DASHES} and page.is_outside(i) for i in between):
        return None
    if page.lower[token] in _ADDRESSING or not _is_named(page, token + 1):
        return None
    return phrase_behind(page, token, end)


def _is_named(page: Page, token: int) -> bool:
    return page.tags[token] in NAME_TAGS and page.is_outside(token) and is_speakerlike(page, token)


def own_subject(page: Page, token: int) -> int | None:
    """The subject of a verb; of two, which only a misread insertion gives it, the nearer."""
    found = None
    for child in page.children[token]:
        relative = page.tags[child].startswith("W") and child > token
        if page.deps[child] in _SUBJECTS and not relative and _may_speak(page, child, token):
            if found is not None and child > token:
                break
            found = child
    return found


def _may_speak(page: Page, subject: int, verb: int) -> bool:
    return (
        page.is_outside(subject)
        and page.same_sentence(subject, verb)
        and is_speakerlike(page, subject) | (page.tags[subject] in {"DT", "CD", "WDT", "JJ", "JJS"})
    )


def speaker_by_order(page: Page, token: int) -> Phrase | None:
    """The speaker right beside a finite verb that lost its subject to the quotation."""
    infinitive = page.tags[token] == "VB" and page.lower[max(token - 1, 0)] == "to"
    if infinitive or page.tags[token] not in _FINITE | MISREAD_TAGS:
        return None
    first, end = page.sentence_tokens[page.sentence[token]]
    before = token - 1
    while before >= first and (page.tags[before] == "RB" or page.deps[before] in _AUXILIARY):
        before -= 1
    if before >= first and page.words[before] in _DASHES:
        return _before_dashes(page, before, first) or phrase_behind(page, token, end)
    if before < first or not page.is_outside(before):
        return phrase_behind(page, token, end)
    if page.words[before] == ",":
        return _before_apposition(page, before, first) or phrase_behind(page, token, end)
    if is_speakerlike(page, before):
        return phrase_before(page, before + 1, first)
    return None


def _before_apposition(page: Page, comma: int, lowest: int) -> Phrase | None:
    """The name before what stands between commas: "Ann Smith, a miner, said"."""
    for i in range(comma - 1, max(lowest, comma - LONGEST_APPOSITION), -1):
        if page.words[i] == "," and page.is_outside(i) and is_speakerlike(page, i - 1):
            behind = page.tags[i + 1]
            if page.tags[i - 1] in NAME_TAGS and behind not in NAME_TAGS and behind != "CD":
                return phrase_before(page, i, lowest)
    return _at_start(page, comma, lowest)


def _before_dashes(page: Page, dash: int, lowest: int) -> Phrase | None:
    """The name before what stands between dashes: "Ann Smith — a miner — said"."""
    for i in range(dash - 1, max(lowest, dash - LONGEST_APPOSITION), -1):
        if not page.is_outside(i):
            return None
        if page.words[i] in _DASHES and is_speakerlike(page, i - 1):
            return phrase_before(page, i, lowest)
    return None


def _at_start(page: Page, comma: int, lowest: int) -> Phrase | None:
    """The phrase right behind a quotation: ``"...," a young woman, who had come late, said``."""
    start = comma
    while start > max(lowest, comma - LONGEST_APPOSITION) and page.is_outside(start - 1):
        start -= 1
    if start == 0 or page.is_outside(start - 1):
        return None
    while start < comma and not page.words[start][0].isalnum():
        start += 1
    return phrase_behind(page, start - 1, comma)


def _inherited(page: Page, token: int) -> Phrase | None:
    verb = token
    for _ in range(_STEPS_UP):
        dep, head = page.deps[verb], page.heads[verb]
        if dep in _RELATIVES and page.is_outside(head):
            return _user(page, verb, head) or _modified(page, head)
        if dep not in _HOISTS or not page.same_sentence(head, token):
            return None
        verb = head
        subject = own_subject(page, verb)
        if subject is not None and not _is_others_report(page, verb, subject, token):
            return phrase_of(page, subject)
        if any(page.deps[child] in PASSIVE_SUBJECTS for child in page.children[verb]):
            return _passive_subject(page, verb)
    return None


def _is_others_report(page: Page, verb: int, subject: int, token: int) -> bool:
    """Whether "saying ..." goes on with who speaks above: "She argued it failed, saying ..."."""
    if page.tags[token] != "VBG" or page.deps[verb] not in {"ccomp", "advcl"}:
        return False
    above = page.heads[verb]
    reported = page.deps[verb] == "ccomp" and page.lower[above] in speech_verbs()
    return (reported and above < verb) or page.lower[subject] in _THINGS


def _user(page: Page, verb: int, noun: int) -> Phrase | None:
    """Who speaks by means of a thing: "The judge pointed to an old case to say ..."."""
    if page.tags[verb] != "VB" or page.tags[noun] not in {"NN", "NNS"} or is_human(page, noun):
        return None
    governor = page.heads[noun]
    if page.deps[noun] == "pobj":
        governor = page.heads[governor]
    subject = own_subject(page, governor)
    return phrase_of(page, subject) if subject is not None and subject != noun else None


def _modified(page: Page, noun: int) -> Phrase | None:
    """Who speaks in "a woman calling ...", "issued a statement saying ..."."""
    governor = page.heads[noun]
    if page.deps[noun] in {"pobj", "prep"}:
        governor = page.heads[governor]
    if page.lower[noun] in load("speech_nouns"):
        author = possessor(page, noun) or own_subject(page, governor)
        if author is not None and author != noun:
            return phrase_of(page, author)
    return phrase_of(page, noun) if is_speakerlike(page, noun) else None


def possessor(page: Page, noun: int) -> int | None:
    for child in page.children[noun]:
        if page.deps[child] == "poss" and page.is_outside(child):
            return child
        if child == noun - 2 and page.tags[noun - 1] == "POS" and page.is_outside(child):
            return child
        if page.lower[child] == "by" and page.children[child]:
            return page.children[child][0]
    return None


def _passive_subject(page: Page, verb: int) -> Phrase | None:
    for child in page.children[verb]:
        if page.deps[child] in PASSIVE_SUBJECTS and _may_speak(page, child, verb):
            return phrase_of(page, child)
    return None


def agent(page: Page, token: int) -> Phrase | None:
    for child in page.children[token]:
        if page.deps[child] == "agent":
            for head in page.children[child]:
                if page.deps[head] == "pobj" and page.is_outside(head):
                    return phrase_of(page, head)
    return None
