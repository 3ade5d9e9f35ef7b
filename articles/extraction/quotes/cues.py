"""Cues: the words that mark speech, and the phrase of their speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.quotes.phrases import (
    FINITE,
    NAME_TAGS,
    Phrase,
    phrase_behind,
    phrase_of,
)
from articles.extraction.quotes.subjects import (
    LONGEST_APPOSITION,
    MISREAD_TAGS,
    PASSIVE_SUBJECTS,
    agent,
    find_speaker,
    own_subject,
    possessor,
    speaker_by_order,
)
from articles.extraction.quotes.verbs import Frame, Verb, speech_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.extraction.quotes.page import Page


class CueKind(Enum):
    """What kind of words mark the speech."""

    VERB = auto()  # said, pointed out
    SOURCE = auto()  # according to
    COLON = auto()  # Khan: "..."
    NOUN = auto()  # her claim that ...


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """One cue in the text; tokens inclusive.

    ``speaker`` is None for passives and impersonal speech. ``passive`` cues
    report to or about their subject: "was told", "is called". ``joined`` cues
    go on where another report stops: "said he was ill and added that ...".
    """

    first: int
    last: int
    head: int
    kind: CueKind
    speaker: Phrase | None
    verb: Verb | None = None
    passive: bool = False
    joined: bool = False
    noun: str = ""  # the lemma of a cue that is no verb

    @property
    def lemma(self) -> str:
        """The dictionary's form; empty for a mark alone."""
        return self.verb.lemma if self.verb else self.noun

    @property
    def frame(self) -> Frame:
        return self.verb.frame if self.verb else Frame.WORDS | Frame.CLAUSE


_OBJECTS = frozenset(("dobj", "oprd", "ccomp"))
_OF_WORDS = frozenset(("of", "for", "to"))  # "his call for", "her promise to"
_ASKED_ABOUT = frozenset("if whether how why what when where who about by".split())
_MODIFIERS = frozenset(("amod", "compound", "aux"))
_BEHIND_MISREAD = frozenset((".", ",", ":", "IN", "RB", "NNP", "_SP", "``", "-LRB-"))
_IN_NAMES = NAME_TAGS | set("DT JJ NN NNS POS PRP PRP$ CD , HYPH VB IN".split())
_FARTHEST_VERB = 40
_FARTHEST_THAT = 6
_BEFORE_THAT = frozenset(("IN", "NNP", "NN", "DT", "CD", "JJ", "VBD", "VBZ", "VBP", "RB"))
_TURNED_TO_ANOTHER = frozenset(("tell", "ask", "answer", "reply", "respond", "agree", "refuse"))


def find_cues(page: Page) -> tuple[SpeechCue, ...]:
    """The cues outside quotation marks, in order of appearance."""
    return tuple(_with_participles(page, list(_cues(page))))


def _with_participles(page: Page, cues: list[SpeechCue]) -> Iterator[SpeechCue]:
    """Cues with those like "Calling it absurd, she said ..." given their neighbour's speaker."""
    before: SpeechCue | None = None
    for cue, following in zip_longest(cues, cues[1:]):
        found = cue
        if cue.speaker is None and page.tags[cue.head] == "VBG":
            found = _with_speaker_of(page, cue, following, before)
        yield found
        before = found


def _with_speaker_of(page: Page, cue: SpeechCue, *neighbours: SpeechCue | None) -> SpeechCue:
    for other in neighbours:
        if other and other.speaker and page.same_sentence(other.head, cue.head):
            return replace(cue, speaker=other.speaker)
    return cue


def _cues(page: Page) -> Iterator[SpeechCue]:
    verbs, nouns = speech_verbs(), load("speech_nouns")
    for i, word in enumerate(page.lower):
        if not page.is_outside(i):
            continue
        cue = _verb_cue(page, i, verbs[word]) if word in verbs else None
        if cue:
            yield cue
        elif word == "according":
            cue = _according_to(page, i)
            if cue:
                yield cue
        elif word == "words" and page.is_outside(i):
            cue = _in_words(page, i)
            if cue:
                yield cue
        elif word in nouns:
            cue = _noun_cue(page, i)
            if cue:
                yield cue


def _verb_cue(page: Page, token: int, by_particle: dict[str, Verb]) -> SpeechCue | None:
    particle = _particle(page, token, by_particle)
    verb = by_particle.get(page.lower[particle] if particle is not None else "")
    if verb is None:
        return None
    closing = _closes_quotation(page, token) or _opens_inverted(page, token)
    if not closing and not _is_verb(page, token):
        return None
    passive = not closing and _is_passive(page, token)
    leader = None if passive else _joined_to(page, token, verb)
    if passive:
        speaker = agent(page, token)
    elif closing:
        speaker = speaker_by_order(page, token)
    else:
        speaker = find_speaker(page, token if leader is None else leader)
    last = token if particle is None else particle
    joined = leader is not None
    return SpeechCue(token, last, token, CueKind.VERB, speaker, verb, passive, joined)


def _particle(page: Page, token: int, by_particle: dict[str, Verb]) -> int | None:
    following = token + 1
    if following < len(page.lower) and page.lower[following] in by_particle:
        return following
    return None


def _is_verb(page: Page, token: int) -> bool:
    """Whether a form of a verb stands here as a verb and not as a modifier."""
    return page.tags[token].startswith("VB") and page.deps[token] not in _MODIFIERS


def _closes_quotation(page: Page, token: int) -> bool:
    """Whether a verb ends the clause ``"...," the paper wrote`` that the tagger misread.

    Behind a quotation it often takes "tweets" or "read" for a noun and a past
    tense for a participle.
    """
    if page.tags[token] not in MISREAD_TAGS or (
        token + 1 < len(page.tags) and (page.tags[token + 1] not in _BEHIND_MISREAD)
    ):
        return False
    first = token
    while first > max(0, token - LONGEST_APPOSITION) and page.tags[first - 1] in _IN_NAMES:
        if not page.is_outside(first - 1):
            break
        first -= 1
    number = page.region[first - 1] if first else -1
    if first == token or number < 0:
        return False
    return page.text[page.regions[number].inner.end - 1] in ",?!"


def _opens_inverted(page: Page, token: int) -> bool:
    """Whether a verb opens ``Said Smith: "..."``, which the tagger takes for a name."""
    first, end = page.sentence_tokens[page.sentence[token]]
    if token != first or page.tags[token] not in NAME_TAGS | {"VBD", "VBZ", "VBN"}:
        return False
    behind = token + 1
    while behind < end and page.tags[behind] in NAME_TAGS:
        behind += 1
    return behind > token + 1 and behind < end and page.words[behind] in {":", ","}


def _is_passive(page: Page, token: int) -> bool:
    if page.tags[token] not in {"VBN", "VBD"}:
        return False
    deps = {page.deps[child] for child in page.children[token]}
    if "auxpass" in deps or deps & PASSIVE_SUBJECTS:
        return True
    if page.lower[token] == "asked" and _is_asked(page, token):
        return True
    bare = page.tags[token] == "VBN" and not deps & {"aux", "nsubj"}
    if bare and _is_only_verb(page, token, deps):
        return False
    return bare and page.deps[token] in {"acl", "advcl"}


def _is_only_verb(page: Page, token: int, deps: set[str]) -> bool:
    """Whether a participle is the main verb, misread: "The minister called Thursday for ..."."""
    head = page.heads[token]
    if page.tags[head].startswith("VB") or page.deps[token] != "acl":
        return False
    sought = any(page.lower[c] == "for" for c in page.children[token])
    if not (deps & _OBJECTS or sought):
        return False
    first, end = page.sentence_tokens[page.sentence[token]]
    around = range(max(first, token - _FARTHEST_VERB), min(end, token + _FARTHEST_VERB))
    finite = any(page.tags[i].startswith(FINITE) and page.is_outside(i) for i in around)
    return page.deps[head] == "ROOT" or not finite


def _is_asked(page: Page, token: int) -> bool:
    """Whether a sentence opens "Asked if ...", "When asked how ...": of the one who is asked."""
    first, end = page.sentence_tokens[page.sentence[token]]
    opens = token == first or (token == first + 1 and page.lower[first] == "when")
    return opens and token + 1 < end and page.lower[token + 1] in _ASKED_ABOUT


def _joined_to(page: Page, token: int, verb: Verb) -> int | None:
    """The reporting verb whose speaker goes on, where the parse made him its content.

    "He said he was ill and added ...": it is the one who said who added.
    """
    inner = page.heads[token]
    outer = page.heads[inner]
    if (
        page.deps[token] == "conj"
        and page.deps[inner] == "ccomp"
        and outer < inner < token
        and page.lower[outer] in speech_verbs()
        and page.tags[outer] == page.tags[token]
        and verb.lemma not in _TURNED_TO_ANOTHER
        and own_subject(page, token) is None
        and page.same_sentence(outer, token)
    ):
        return outer
    return None


def _according_to(page: Page, token: int) -> SpeechCue | None:
    following = token + 1
    end = page.sentence_tokens[page.sentence[token]][1]
    if following >= end or page.lower[following] != "to":
        return None
    heads = [c for c in page.children[following] if page.deps[c] == "pobj" and page.is_outside(c)]
    speaker = phrase_of(page, heads[0]) if heads else phrase_behind(page, following, end)
    return SpeechCue(token, following, token, CueKind.SOURCE, speaker, noun="according to")


def _in_words(page: Page, token: int) -> SpeechCue | None:
    """Read "in the words of X", "in X's own words"."""
    low, end = page.sentence_tokens[page.sentence[token]]
    if token + 2 < end and page.lower[token - 1 : token + 2] == ("the", "words", "of"):
        first = token - 2
        if first < low or page.lower[first] != "in":
            return None
        speaker = phrase_behind(page, token + 1, end)
        return SpeechCue(first, token + 1, token, CueKind.SOURCE, speaker, noun="in the words of")
    owner = possessor(page, token)
    first = page.left_edges[token] - 1
    if owner is None or first < low or page.lower[first] != "in":
        return None
    return SpeechCue(
        first, token, token, CueKind.SOURCE, phrase_of(page, owner), noun="in the words of"
    )


def _noun_cue(page: Page, token: int) -> SpeechCue | None:
    """A noun with someone's words in a clause: "her claim that ...", "his answer was that ..."."""
    author = possessor(page, token)
    if author is None or not page.tags[token].startswith("NN"):
        return None
    end = page.sentence_tokens[page.sentence[token]][1]
    if page.lower[token + 1 : token + 2] and page.lower[token + 1] in _OF_WORDS:
        lemma = _singular(page.lower[token])
        return SpeechCue(token, token, token, CueKind.NOUN, phrase_of(page, author), noun=lemma)
    for i in range(token + 1, min(end, token + _FARTHEST_THAT)):
        if page.lower[i] == "that" and page.tags[i] in {"IN", "WDT", "DT"}:
            lemma = _singular(page.lower[token])
            return SpeechCue(token, token, token, CueKind.NOUN, phrase_of(page, author), noun=lemma)
        if page.tags[i] not in _BEFORE_THAT or not page.is_outside(i):
            return None
    return None


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and noun[:-1] in load("speech_nouns") else noun
