"""Whether a text says that the words were said: negated and hypothetical cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.verbs import inflect, speech_verbs
from articles.extraction.types import Factuality, QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.extraction.quotes.page import Page
    from articles.extraction.quotes.statements import Statement


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in inflect(lemma))


_NEGATIONS = frozenset(("not", "n't", "never", "nor", "neither"))
_MERE = frozenset(("only", "just", "merely", "simply", "necessarily"))
_DEGREES = frozenset(("enough", "often", "too", "more", "strongly", "better"))
_NOBODY = frozenset(("no", "nobody", "none", "neither", "no-one", "nothing"))
_POSSIBLE = frozenset(("might", "may", "could", "should", "must", "ought"))
_HABITS = frozenset(
    "only often always sometimes later then usually regularly occasionally frequently eventually"
    " repeatedly soon subsequently merely simply just also".split()
)
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_AUXILIARY = frozenset(("aux", "auxpass"))
# What somebody who does this does not say: "declined to say", "without saying", "denied saying".
_REFRAINING = _forms("decline refuse fail neglect omit avoid forget deny resist hesitate") | {
    "without", "unable", "unwilling", "reluctant", "yet", "short", "instead", "rather",
}  # fmt: skip
# Denied of somebody, these mean that it was said: "did not hesitate to say".
_HOLDING_BACK = _REFRAINING | _forms("stop help tire cease") | {"afraid", "shy"}
_WISHING = _forms("want hope plan intend wish prepare need threaten aim dare prefer") | {
    "ready", "able", "free", "willing", "obliged", "likely", "supposed", "going",
}  # fmt: skip
_LIKING = _forms("like love")
_AWAITED = frozenset(("expected", "due", "set", "scheduled", "slated", "poised"))
_MODIFIED = frozenset(("yet", "short"))  # "has yet to say", "stopped short of saying"
_STEPS_UP = 3
_NEAR = 3


def factuality_of(page: Page, statement: Statement) -> Factuality:
    """Read the words around the cue; content without a cue is said."""
    cue = statement.cue
    if cue is None or cue.kind is not CueKind.VERB:
        return Factuality.ASSERTED
    if _is_held_back(page, cue):
        return Factuality.NEGATED
    if _is_asked(page, cue) or _is_condition(page, cue):
        return Factuality.HYPOTHETICAL
    quoted = statement.quote_type is not QuoteType.INDIRECT
    if _is_possible(page, cue, quoted=quoted) or _is_wished(page, cue, quoted=quoted):
        return Factuality.HYPOTHETICAL
    return Factuality.ASSERTED


def _auxiliaries(page: Page, verb: int) -> list[int]:
    return [c for c in page.children[verb] if page.deps[c] in _AUXILIARY and c < verb]


def _is_negated(page: Page, verb: int) -> bool:
    """Whether "not" or "never" stands at a verb, other than in "not only" and "not enough"."""
    signs = {c for c in page.children[verb] if page.lower[c] in _NEGATIONS and c < verb}
    signs |= {
        i
        for i in range(max(verb - _NEAR, 0), verb)
        if page.lower[i] in _NEGATIONS and _is_light(page, i + 1, verb)
    }
    signs = {i for i in signs if page.is_outside(i) and page.same_sentence(i, verb)}
    if not signs or any(page.lower[i] in _MERE for i in range(min(signs), verb)):
        return False
    behind = page.lower[verb + 1 : verb + 1 + _NEAR]
    modal = any(
        page.lower[i] in {"ca", "can", "could"} for i in range(verb - 1, min(signs) - 2, -1)
    )
    return not (modal and _DEGREES.intersection(behind))


def _is_light(page: Page, first: int, end: int) -> bool:
    """Whether only adverbs and helping verbs stand between."""
    return all(page.tags[i] == "RB" or page.deps[i] in _AUXILIARY for i in range(first, end))


def _is_held_back(page: Page, cue: SpeechCue) -> bool:
    verb = cue.head
    if cue.speaker and _is_nobody(page, cue.speaker.first, cue.speaker.last):
        return not _is_negated(page, verb)
    negated = _is_negated(page, verb)
    for governor in _governors(page, verb):
        if page.lower[governor] in _HOLDING_BACK and _is_negated(page, governor):
            return False
        negated |= page.lower[governor] in _REFRAINING
    return negated or _refuses_to_speak(page, cue)


def _is_nobody(page: Page, first: int, last: int) -> bool:
    """Whether "no one", "no official" or "none of them" speaks; not "No 10"."""
    return page.lower[first] in _NOBODY and not any(
        page.tags[i] == "CD" and page.lower[i][0].isdigit() for i in range(first, last + 2)
        if i < len(page.tags)
    )  # fmt: skip


def _governors(page: Page, verb: int) -> Iterable[int]:
    """The words on which an infinitive or "saying" hangs: "declined to say", "without saying"."""
    if page.tags[verb] not in {"VB", "VBG"} or _has_own_subject(page, verb):
        return
    token = verb
    for _ in range(_STEPS_UP):
        head = page.heads[token]
        if head == token or not page.same_sentence(head, verb) or not page.is_outside(head):
            return
        if head > verb or page.deps[token] in {"conj", "relcl", "acl"}:
            return
        if page.deps[token] == "advcl" and page.words[verb - 1] == ",":
            return  # "denied it, saying ..."
        yield head
        yield from (c for c in page.children[head] if page.lower[c] in _MODIFIED and c < verb)
        if page.deps[token] not in {"xcomp", "pcomp", "prep", "aux"}:
            return
        token = head


def _has_own_subject(page: Page, verb: int) -> bool:
    return any(page.deps[c].startswith("nsubj") for c in page.children[verb])


def _refuses_to_speak(page: Page, cue: SpeechCue) -> bool:
    """Whether the content is the silence: "declined to comment on ..."."""
    if cue.verb is None or cue.verb.lemma not in {"decline", "refuse"}:
        return False
    return any(
        page.deps[c] == "xcomp" and (page.lower[c] in speech_verbs() or page.lower[c] == "discuss")
        for c in page.children[cue.head]
    )  # fmt: skip


def _is_asked(page: Page, cue: SpeechCue) -> bool:
    """Whether a question asks if it was said: "Did she say that ...?", "Who said that ...?"."""
    last = page.sentence_tokens[page.sentence[cue.head]][1] - 1
    while last > cue.head and page.words[last].isspace():
        last -= 1
    if page.words[last] != "?" or not page.is_outside(last):
        return False
    speaker = cue.speaker
    if speaker is None:
        return False
    if page.tags[speaker.head] in {"WP", "WDT"}:
        return page.deps[cue.head] not in {"relcl", "acl"}
    return any(i < speaker.first for i in _auxiliaries(page, cue.head))


def _is_condition(page: Page, cue: SpeechCue) -> bool:
    """Whether it is "if she says", "whether he said", "had she said"."""
    verb = cue.head
    for child in page.children[verb]:
        if page.lower[child] in _CONDITIONS and page.deps[child] == "mark" and child < verb:
            return True
    speaker = cue.speaker
    first = page.sentence_tokens[page.sentence[verb]][0]
    if speaker is None:
        return False
    if speaker.first - 1 >= first and page.lower[speaker.first - 1] in {"if", "unless"}:
        return speaker.last < verb and verb - speaker.last <= _NEAR
    return any(
        page.lower[i] in {"had", "should"} and i + 1 == speaker.first and _opens_clause(page, i)
        for i in _auxiliaries(page, verb)
    )


def _opens_clause(page: Page, token: int) -> bool:
    first = page.sentence_tokens[page.sentence[token]][0]
    return token == first or page.words[token - 1] == ","


def _is_possible(page: Page, cue: SpeechCue, *, quoted: bool) -> bool:
    """Whether it is "might say", "would have said", "would say if"; not "would often say"."""
    helpers = {page.lower[i] for i in _auxiliaries(page, cue.head)}
    if helpers & _POSSIBLE:
        return True
    if not helpers & {"would", "'d"} or page.tags[cue.head] not in {"VB", "VBN"}:
        return False
    if "have" in helpers or _has_condition(page, cue.head):
        return True
    between = {page.lower[i] for i in range(max(cue.head - _NEAR, 0), cue.head)}
    return "would" in helpers and not quoted and not between & _HABITS


def _has_condition(page: Page, verb: int) -> bool:
    return any(
        page.deps[clause] == "advcl"
        and any(page.lower[c] == "if" and page.is_outside(c) for c in page.children[clause])
        for clause in page.children[verb]
    )


def _is_wished(page: Page, cue: SpeechCue, *, quoted: bool) -> bool:
    """Whether it is "wants to say", "is expected to say": not if handed out before, in marks."""
    to = any(page.lower[i] == "to" for i in _auxiliaries(page, cue.head))
    if not to:
        return False
    governor = next(iter(_governors(page, cue.head)), None)
    if governor is None:
        return False
    word = page.lower[governor]
    if word in _LIKING:  # "would like to say", not "likes to say"
        return any(page.lower[i] in {"would", "'d"} for i in _auxiliaries(page, governor))
    return word in _WISHING or (word in _AWAITED and not quoted)
