"""Puts quotations, cues and speakers' phrases together into statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.quotes.carrying import carry
from articles.extraction.quotes.citing import is_cited
from articles.extraction.quotes.content import Ranges, cut_points, find_content
from articles.extraction.quotes.cue_index import CueIndex, Link, index_cues
from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.dialogue import find_dialogue, find_posts
from articles.extraction.quotes.joining import join
from articles.extraction.quotes.links import link_before, link_behind
from articles.extraction.quotes.page import OUTSIDE
from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.quotes.titles import is_entitled, is_subheading, is_title
from articles.extraction.quotes.verbs import Frame
from articles.extraction.types import QuoteType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.extraction.quotes.page import Page

_FARTHEST = 60
_SCARE_WORDS = 5
_LEAST_TOKENS = 2
_PARTICIPLES = frozenset(("acl", "advcl", "relcl"))
_LEADS = frozenset((",", ":"))
# Beside marks that are not speech these mean no saying: "put its 'bad' loans ...".
_ALSO_OF_DEEDS = load("gesture_verbs") | frozenset(
    "put open start begin close press issue read back offer publish crack cut shoot storm run spit"
    " parry prompt toast hit quote rail press".split()
)
_FEW = 6
_JOINTS = frozenset((",", "and", "or", "but"))
_LONGEST_JOINT = 3
_SILENT = frozenset(("decline", "refuse", "deny"))


@dataclass(slots=True)
class _Work:
    """What is known so far: links by region, contents by cue, regions already placed."""

    page: Page
    cues: CueIndex
    contents: dict[SpeechCue, Ranges]
    links: dict[int, Link] = field(default_factory=dict)
    placed: set[int] = field(default_factory=set)
    used: set[SpeechCue] = field(default_factory=set)


def find_statements(page: Page, cues: Sequence[SpeechCue]) -> list[Statement]:
    """All statements of a page, in order of appearance."""
    points = cut_points(page, cues)
    contents = {cue: find_content(page, cue, points) for cue in cues}
    work = _Work(page, index_cues(cues), contents)
    chains = list(_chains(page))
    for chain in chains:
        link = _link(work, chain)
        if link:
            work.links[chain[0]] = link
            work.used.add(link.cue)
    turns = list(find_dialogue(page, work.cues))
    work.used.update(turn.cue for turn in turns if turn.cue)
    work.used.update(cue for turn in turns for cue in _cues_in(work, turn))
    found = [*turns, *_direct(work, chains), *_clauses(work)]
    found += _loose(work, chains)
    found += find_posts(page)
    found.sort(key=lambda s: (s.start, -s.end))
    return join(page, carry(page, found))


def _cues_in(work: _Work, turn: Statement) -> Iterator[SpeechCue]:
    """The cues inside what is said: theirs are the speaker's words."""
    for segment in turn.segments:
        yield from work.cues.between(*work.page.tokens_in(segment))


def _chains(page: Page) -> Iterator[list[int]]:
    """Regions by number, those that continue over paragraphs together."""
    chain: list[int] = []
    for number, region in enumerate(page.regions):
        if chain and not region.continues:
            yield chain
            chain = []
        chain.append(number)
    if chain:
        yield chain


def _link(work: _Work, chain: list[int]) -> Link | None:
    page = work.page
    before = link_before(page, work.cues, chain[0])
    if before and before.manner is Manner.COLON:
        # "He seemed calm: "..., he said": whoever is named behind speaks, if someone is.
        behind = link_behind(page, work.cues, chain[0], chain[-1])
        before = behind if behind and behind.cue.kind is CueKind.VERB else before
    if before:
        led = page.words[page.region_tokens[chain[0]][0] - 1] in _LEADS
        return before if led or not _is_inside_clause(work, chain[0], before.cue) else None
    behind = link_behind(page, work.cues, chain[0], chain[-1])
    if behind and len(chain) == 1 and _is_inside_clause(work, chain[0], behind.cue, led=True):
        return None
    return behind


def _is_inside_clause(work: _Work, region: int, cue: SpeechCue, *, led: bool = False) -> bool:
    """Whether the cue's clause holds words of the narration too; if ``led``, before the marks."""
    page = work.page
    first, end = page.region_tokens[region]
    for low, high in work.contents.get(cue, ()):
        if low <= first and end <= high:
            inside = (i for i in range(low, first if led else high) if page.is_outside(i))
            return any(page.words[i][0].isalnum() for i in inside)
    return False


def _direct(work: _Work, chains: Sequence[list[int]]) -> Iterator[Statement]:
    """Linked quotations; one broken by its own cue is one statement."""
    broken: list[int] = []
    for position, chain in enumerate(chains):
        link = work.links.get(chain[0])
        if link is None:
            continue
        work.placed.update(chain)
        following = chains[position + 1] if position + 1 < len(chains) else None
        if following and _breaks(link, work.links.get(following[0])):
            broken += chain
            continue
        yield _quotation(work.page, broken + chain, link)
        broken = []


def _breaks(link: Link, following: Link | None) -> bool:
    return (
        following is not None
        and link.manner is Manner.BEHIND
        and following.manner is Manner.BEFORE
        and link.cue is following.cue
    )


def _quotation(page: Page, chain: Sequence[int], link: Link) -> Statement:
    segments = tuple(page.regions[number].inner for number in chain)
    return Statement(segments, QuoteType.DIRECT, link.manner, link.cue, link.speaker)


def _clauses(work: _Work) -> Iterator[Statement]:
    """Reports in clauses, with or without words in quotation marks."""
    for cue in work.cues.cues:
        ranges = work.contents[cue]
        if cue in work.used or not ranges or _reports_speaking(work, cue):
            continue
        regions = _regions_in(work.page, ranges)
        if not regions and not _is_report(work.page, cue, ranges):
            continue
        work.placed.update(regions)
        yield _report(work.page, cue, ranges, regions)


def _reports_speaking(work: _Work, cue: SpeechCue) -> bool:
    """Whether the content is another's: "declined to say whether", "blasted what he called"."""
    behind = cue.last + 1
    if work.page.lower[behind : behind + 1] == ("what",):
        return any(
            inner.speaker and inner.speaker.first == behind + 1 and work.contents[inner]
            for inner in work.cues.between(behind + 1, behind + _FEW)
        )
    if cue.lemma not in _SILENT:
        return False
    first = cue.last + 1
    if work.page.lower[first : first + 1] == ("to",):
        first += 1
    inner = next(iter(work.cues.between(first, first + 1)), None)
    if inner is None or inner.kind is not CueKind.VERB or not work.contents[inner]:
        return False
    return work.page.tags[inner.head] in {"VB", "VBG"}


def _is_report(page: Page, cue: SpeechCue, ranges: Ranges) -> bool:
    """Whether a paraphrase has a speaker, or is impersonal as in "it was announced that ..."."""
    if sum(high - low for low, high in ranges) < _LEAST_TOKENS:
        return False
    impersonal = cue.passive and page.deps[cue.head] not in _PARTICIPLES
    return cue.speaker is not None or (impersonal and Frame.CLAUSE in cue.frame)


def _regions_in(page: Page, ranges: Ranges) -> set[int]:
    return {page.region[i] for low, high in ranges for i in range(low, high)} - {OUTSIDE}


def _report(page: Page, cue: SpeechCue, ranges: Ranges, regions: set[int]) -> Statement:
    if len(regions) == 1 and len(ranges) == 1:
        (number,) = regions
        if page.region_tokens[number] == ranges[0]:
            inner = page.regions[number].inner
            return Statement((inner,), QuoteType.DIRECT, Manner.CLAUSE, cue, cue.speaker)
    quote_type = QuoteType.MIXED if regions else QuoteType.INDIRECT
    segments = tuple(Span(page.starts[low], page.ends[high - 1]) for low, high in ranges)
    return Statement(segments, quote_type, Manner.CLAUSE, cue, cue.speaker)


def _loose(work: _Work, chains: Sequence[list[int]]) -> Iterator[Statement]:
    """Quotations without a cue of their own, and fragments behind a cue that governs nothing."""
    for chain in chains:
        if work.placed.issuperset(chain):
            continue
        fragment = _fragment(work, chain)
        if fragment:
            yield fragment
        elif _is_speech(work.page, chain) or is_cited(work.page, chain):
            segments = tuple(work.page.regions[number].inner for number in chain)
            yield Statement(segments, QuoteType.DIRECT, Manner.NONE)


def _fragment(work: _Work, chain: list[int]) -> Statement | None:
    """Words in marks behind a cue in their sentence whose content the parse did not find."""
    page = work.page
    first, end = page.region_tokens[chain[0]]
    named = is_title(page, chain[0]) or is_entitled(page, chain[0])
    if named or _stands_alone(page, chain):
        return None
    low = page.sentence_tokens[page.sentence[first]][0]
    for cue in reversed(work.cues.between(max(low, first - _FARTHEST), first)):
        reports = cue.kind is CueKind.VERB and cue.lemma not in _ALSO_OF_DEEDS
        if reports and cue.speaker and cue not in work.used:
            last = cue.speaker.last if cue.last < cue.speaker.last < first else cue.last
            return _report(page, cue, ((last + 1, end),), {chain[0]})
        if reports and cue.speaker:
            inner = page.regions[chain[0]].inner
            manner = Manner.CARRIED if _adds(page, cue, first) else Manner.NEARBY
            return Statement((inner,), QuoteType.DIRECT, manner, None, cue.speaker)
    return None


def _adds(page: Page, cue: SpeechCue, first: int) -> bool:
    """Whether only "and" parts a fragment from its cue: ``"A," she said, and "B"``."""
    behind = max(cue.last, cue.speaker.last if cue.speaker else cue.last) + 1
    gap = page.lower[behind:first]
    return 0 < len(gap) <= _LONGEST_JOINT and _JOINTS.issuperset(gap)


def _stands_alone(page: Page, chain: Sequence[int]) -> bool:
    """Whether a quotation is a sentence of its own in the narration."""
    first, end = page.region_tokens[chain[0]][0], page.region_tokens[chain[-1]][1]
    starts = not any(
        page.words[i][0].isalnum()
        for i in range(page.sentence_tokens[page.sentence[first]][0], first)
    )
    if end >= len(page.words):
        return starts
    stop = page.sentence_tokens[page.sentence[end - 1]][1]
    return starts and not any(page.words[i][0].isalnum() for i in range(end, min(stop, end + 3)))


def _is_speech(page: Page, chain: Sequence[int]) -> bool:
    """Whether a quotation without a cue is speech, and no title, nickname or subheading."""
    if _stands_alone(page, chain):
        return not is_subheading(page, chain)
    if is_entitled(page, chain[0]):
        return False
    behind = page.region_tokens[chain[-1]][1]
    if page.lower[behind : behind + 1] == ("by",):
        return False
    return any(page.regions[n].inner.of(page.text).count(" ") >= _SCARE_WORDS for n in chain)
