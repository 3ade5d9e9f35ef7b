"""Speakers carried on: quotations without a cue take theirs from what came before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.quotes.alternating import other_speaker
from articles.extraction.quotes.colons import sentence_subject
from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.quotes.verbs import speech_verbs
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.page import Page
    from articles.extraction.quotes.phrases import Phrase

_PARAGRAPHS_BACK = 3
_TURNS_AHEAD = 6
_SHORT = 5  # tokens behind the verb of a gesture


def carry(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those without a cue with the speaker that goes on, if there is one."""
    done: list[Statement] = []
    last: Statement | None = None
    for position, statement in enumerate(statements):
        coming = statements[position + 1 : position + 1 + _TURNS_AHEAD]
        following = coming[0] if coming else None
        found = statement
        if statement.manner is Manner.NONE:
            other = other_speaker(page, statement, done, coming)
            if other:
                found = statement.said_by(other, Manner.ALTERNATING)
            else:
                found = _carried(page, statement, last)
        if found.manner is Manner.NONE and following:
            found = _anticipated(page, statement, following)
        if _sets_speaker(page, found, last):
            last = found
        done.append(found)
    return done


def _sets_speaker(page: Page, statement: Statement, last: Statement | None) -> bool:
    """Whether who is said to speak here speaks on; in one sentence the first report counts."""
    cue = statement.cue
    if statement.speaker is None or (cue and cue.passive):
        return False
    if cue is None or last is None or last.cue is None:
        return True
    inner = cue.head > last.cue.head and page.same_sentence(cue.head, last.cue.head)
    return not inner or statement.quote_type is QuoteType.DIRECT


def _anticipated(page: Page, statement: Statement, following: Statement) -> Statement:
    """The speaker of the next quotation in the paragraph: ``"A." She paused. "B," X said``."""
    here = page.paragraph[page.token_at(statement.start)]
    if following.manner is Manner.BEHIND and page.paragraph[page.token_at(following.start)] == here:
        return statement.said_by(following.speaker, Manner.CARRIED_OVER)
    return statement


def _carried(page: Page, statement: Statement, last: Statement | None) -> Statement:
    token = page.token_at(statement.start)
    around = _subject_around(page, token)
    if around:
        return statement.said_by(around, Manner.NEARBY)
    subject = _subject_before(page, token)
    if subject and _gestures(page, subject):
        return statement.said_by(subject, Manner.NEARBY)
    distance = _PARAGRAPHS_BACK + 1
    if last and last.speaker:
        distance = page.paragraph[token] - page.paragraph[page.token_at(last.start)]
        if distance == 0:
            return statement.said_by(last.speaker, Manner.CARRIED)
    if subject:
        return statement.said_by(subject, Manner.NEARBY)
    if last and distance <= _PARAGRAPHS_BACK:
        return statement.said_by(last.speaker, Manner.CARRIED_OVER)
    return statement


def _gestures(page: Page, subject: Phrase) -> bool:
    """Whether somebody only laughs or shrugs before the next words: "Dr. Cole laughs."."""
    verb = page.heads[subject.head]
    end = page.sentence_tokens[page.sentence[verb]][1]
    entry = speech_verbs().get(page.lower[verb], {}).get("")
    return (
        entry is not None
        and entry.lemma in load("gesture_verbs")
        and verb > subject.last
        and end - verb <= _SHORT
    )


def _subject_around(page: Page, token: int) -> Phrase | None:
    """The subject of the sentence in which a quotation is embedded."""
    sentence = page.sentence[token]
    low = page.sentence_tokens[sentence][0]
    embedded = any(page.is_outside(i) and page.words[i][0].isalnum() for i in range(low, token))
    return sentence_subject(page, sentence) if embedded else None


def _subject_before(page: Page, token: int) -> Phrase | None:
    """The subject of the sentence before in the same paragraph."""
    sentence = page.sentence[token]
    if sentence == 0:
        return None
    first = page.sentence_tokens[sentence - 1][0]
    if page.paragraph[first] != page.paragraph[token]:
        return None
    return sentence_subject(page, sentence - 1)
