"""What verify names: every kind of damage, and nothing where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.choices import ChunkState, ExtractionState, Origin, Status
from articles.models import (
    Appearance,
    Article,
    ArticleVersion,
    Chunk,
    Cluster,
    Copy,
    DateExpression,
    Fingerprint,
    Mention,
    Person,
    PersonAlias,
    Printing,
    Quote,
    Run,
)
from articles.services import verify as package
from articles.services.verify import CHECKS, Problem, verify
from tests.builders import EXTRACTOR, make_person
from tests.everything import make_everything

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.django_db

GONE = 987_654


@pytest.fixture(autouse=True)
def database() -> None:
    make_everything()


def found() -> list[tuple[str, Problem]]:
    return [(check, problem) for check, problem in verify() if problem is not None]


def first() -> Article:
    return Article.objects.get(guid="first")


def body_of_another() -> None:
    Article.objects.filter(guid="first").update(body="Other")


def broken_check_constraint() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        cursor.execute("UPDATE articles_quote SET confidence = 7")
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


def forgotten_person() -> None:
    make_person(name="Nobody Anywhere")


def chain_of_merges() -> None:
    merged = Person.objects.get(name="Ana Maria Reyes")
    make_person(name="A. Reyes", merged_into=merged, origin=Origin.EDITED)


def facts_of_somebody_merged() -> None:
    merged = Person.objects.get(name="Ana Maria Reyes")
    Appearance.objects.filter(name="Ana Reyes").update(person=merged)


def bare_appearance() -> None:
    Appearance.objects.create(article=first(), person=Person.objects.get(name="Tom Okafor"))


def other_article(model: Any, **values: Any) -> Callable[[], object]:
    def change() -> None:
        wanted = {
            name: other.objects.filter(article__guid="second").values("pk")[:1]
            for name, other in values.items()
        }
        model.objects.filter(article__guid="first").update(**wanted)

    return change


def update(model: Any, **values: Any) -> Callable[[], object]:
    return lambda: model.objects.all().update(**values)


def other_leads() -> None:
    leading = Copy.objects.get(is_leading=True)
    Copy.objects.filter(pk=leading.pk).update(is_leading=False)
    Copy.objects.exclude(pk=leading.pk).update(is_leading=True)


def lonely_printing() -> None:
    Printing.objects.filter(is_leading=True).delete()


def waits_twice() -> None:
    Chunk.objects.create(run=Run.objects.get(), number=2, articles=[first().pk])


DAMAGE: list[tuple[str, str, str, Callable[[], object]]] = [
    ("foreign_keys", "Mention", f"person is Person {GONE}", update(Mention, person=GONE)),
    ("foreign_keys", "Quote", f"said_on is DateExpression {GONE}", update(Quote, said_on=GONE)),
    ("belonging", "Mention", "the quote around it", other_article(Mention, quote=Quote)),
    ("belonging", "DateExpression", "the quote around", other_article(DateExpression, quote=Quote)),
    ("orphans", "Person", "nothing names", forgotten_person),
    ("orphans", "Person", "merged into somebody who was", chain_of_merges),
    ("orphans", "Appearance", "no fact belongs", bare_appearance),
    ("orphans", "Appearance", "somebody merged", facts_of_somebody_merged),
    ("belonging", "Mention", "appearance is one of another", facts_of_somebody_merged),
    ("belonging", "Quote", "appearance is one of another", facts_of_somebody_merged),
    ("texts", "Article", "body_sha256", body_of_another),
    ("texts", "Article", "search_text", update(Article, search_text="")),
    ("texts", "Article", "sort_at", update(Article, published_at=None)),
    ("texts", "Article", "digest", update(Article, digest="x")),
    ("texts", "ArticleVersion", "body_sha256", update(ArticleVersion, body_sha256="0" * 64)),
    ("texts", "ArticleVersion", "digest", update(ArticleVersion, digest="0" * 63)),
    ("texts", "ArticleVersion", "present version", update(ArticleVersion, number=1)),
    ("columns", "Quote", "sort_at", update(Quote, sort_at=timezone.now())),
    ("columns", "Appearance", "sort_at", update(Appearance, sort_at=timezone.now())),
    ("columns", "Quote", "search_text", update(Quote, search_text="x")),
    ("columns", "Person", "folded_name", update(Person, name="Åsa")),
    ("columns", "PersonAlias", "block", update(PersonAlias, block="x")),
    ("places", "Mention", "start, end", body_of_another),
    ("places", "Quote", "not 'other'", update(Quote, text="other")),
    ("places", "Quote", "speaker_start, speaker_end", update(Quote, speaker_text="She")),
    ("places", "Quote", "cue_start, cue_end", update(Quote, cue="told")),
    ("places", "Quote", "lacks one of its ends", update(Quote, cue_end=None)),
    ("places", "Quote", "segments []", update(Quote, segments=[])),
    ("places", "Quote", "segments 7", update(Quote, segments=7)),
    ("places", "Quote", "in order", update(Quote, segments=[[60, 62], [55, 58]])),
    ("places", "Quote", "in order", update(Quote, segments=[[60, 60]])),
    ("places", "DateExpression", "nobody reviewed", update(DateExpression, status="unreviewed")),
    ("links", "DateExpression", "quote is None", update(DateExpression, quote=None)),
    ("counts", "Person", "quote_count", update(Person, quote_count=9)),
    ("counts", "Person", "mention_count", update(Person, mention_count=9)),
    ("copies", "Cluster", "size is 3", update(Cluster, size=3)),
    ("copies", "Cluster", "0 of its articles lead", update(Copy, is_leading=False)),
    ("copies", "Cluster", "does not lead, though", other_leads),
    ("copies", "Article", "not compared with others", Fingerprint.objects.all().delete),
    ("copies", "Fingerprint", "another text", update(Fingerprint, body_sha256="0" * 64)),
    ("printings", "Quote", "not that of its words", update(Printing, key=1)),
    ("printings", "Quote", "not that of its words", Printing.objects.all().delete),
    ("printings", "Printing", "the first printing", update(Printing, is_leading=True)),
    ("printings", "Printing", "no current quote", update(Quote, status=Status.REJECTED)),
    ("printings", "Printing", "the only printing", lonely_printing),
    ("states", "Article", "extracted_at", update(Article, extracted_at=None)),
    ("states", "Article", "extractor", update(Article, extractor="")),
    ("states", "Article", "does not say why", update(Article, state=ExtractionState.FAILED)),
    ("chunks", "Chunk", "by nobody", update(Chunk, state=ChunkState.TAKEN)),
    ("chunks", "Chunk", "not there", update(Chunk, state=ChunkState.READ)),
    ("chunks", "Chunk", "for nothing", update(Chunk, result=b"x")),
    ("chunks", "Chunk", "no article", update(Chunk, articles=[])),
    ("chunks", "Chunk", "waits in chunk", waits_twice),
]


def test_nothing_is_wrong_with_what_the_program_left() -> None:
    assert found() == []


@pytest.mark.parametrize(("check", "table", "words", "damage"), DAMAGE)
def test_damage_is_named_by_check_table_and_row(
    check: str, table: str, words: str, damage: Callable[[], object]
) -> None:
    with transaction.atomic():
        damage()
        named = [
            problem
            for name, problem in found()
            if name == check and problem.table == table and words in problem.reason
        ]
        transaction.set_rollback(True)
    assert named
    assert all(problem.row for problem in named)


def test_counts_that_the_facts_do_not_give_are_named_by_their_key() -> None:
    with transaction.atomic():
        Mention.objects.update(status=Status.REJECTED)
        tables = {problem.table for name, problem in found() if name == "counts"}
        transaction.set_rollback(True)
    assert {"PublicationCount", "PersonCount", "CoMention"} <= tables


def test_damage_to_the_file_is_named() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has its own tools for its files")
    with transaction.atomic():
        broken_check_constraint()
        problems = [problem for name, problem in found() if name == "file"]
        transaction.set_rollback(True)
    assert "CHECK constraint failed in articles_quote" in str(problems[0])


def test_every_check_is_tried() -> None:
    assert {check for check, *_ in DAMAGE} | {"file"} == set(CHECKS)


def test_an_article_that_waits_has_the_links_of_its_former_text() -> None:
    DateExpression.objects.update(quote=None)
    Article.objects.update(state=ExtractionState.PENDING, extractor=EXTRACTOR)
    assert found() == []


def test_a_check_that_breaks_off_is_a_problem_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreadable() -> Iterator[Problem]:
        yield Problem("Quote", 1, "first")
        raise ValueError("not JSON")

    Article.objects.update(extractor="")
    monkeypatch.setattr(package, "CHECKS", {"unreadable": unreadable, "states": CHECKS["states"]})
    checks = [(name, str(problem)) for name, problem in found()]
    assert checks[:2] == [
        ("unreadable", "Quote 1: first"),
        ("unreadable", "database: the check broke off (ValueError: not JSON)"),
    ]
    assert {name for name, _ in checks[2:]} == {"states"}
