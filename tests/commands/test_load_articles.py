"""The load command, from files to facts, with the real pipeline."""

from __future__ import annotations

import gzip
import json
import os
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, DateExpression, Mention, Person, Quote

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = (
    "A new bridge at last\n\n"
    "Lisbon:\n\n"
    "“The bridge will open on Friday,” Mayor Ana Reyes said, “and nobody will have to wait.”\n"
)


def load(*arguments: object) -> tuple[int, dict[str, int]]:
    """Exit status and summary of one call."""
    out = StringIO()
    status = 0
    try:
        call_command("load_articles", *map(str, arguments), stdout=out)
    except SystemExit as stop:
        status = int(str(stop.code))
    last = out.getvalue().strip().splitlines()[-1]
    summary: dict[str, int] = json.loads(last)
    assert list(summary) == ["seen", "new", "unchanged", "updated", "rejected", "failed"]
    assert summary["seen"] == sum(n for name, n in summary.items() if name != "seen")
    return status, {name: n for name, n in summary.items() if n and name != "seen"}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_one_file_gives_its_people_quotes_and_dates(story: Path) -> None:
    assert load(story) == (0, {"new": 1})
    article = Article.objects.get()
    assert (article.headline, article.dateline) == ("A new bridge at last", "Lisbon")
    assert Person.objects.get().name == "Ana Reyes"
    quote = Quote.objects.get()
    assert quote.speaker == Person.objects.get()
    assert len(quote.segments) == 2
    date = DateExpression.objects.get()
    assert (date.value, date.earliest, date.quote) == ("XXXX-WXX-5", None, quote)


def test_a_publication_day_given_later_settles_the_dates(story: Path) -> None:
    load(story)
    fact = DateExpression.objects.get().pk
    assert load(story, "--published", "2025-05-14") == (0, {"updated": 1})
    date = DateExpression.objects.get()
    assert (date.pk, date.value, str(date.earliest)) == (fact, "2025-05-16", "2025-05-16")
    assert load(story) == (0, {"unchanged": 1})


def test_a_changed_file_is_a_new_version_and_its_facts_move(story: Path) -> None:
    load(story)
    quote = Quote.objects.get()
    story.write_text(STORY.replace("“The bridge", "It is official.\n\n“The bridge"), "utf-8")
    assert load(story) == (0, {"updated": 1})
    article = Article.objects.get()
    assert article.version == 2
    assert "official" in article.body
    assert "official" not in article.versions.get().body
    assert Quote.objects.get().pk == quote.pk


def test_all_seeds_load_twice_in_any_order_with_exact_facts() -> None:
    status, summary = load(SEEDS)
    assert (status, set(summary)) == (0, {"new"})
    assert summary["new"] >= 25
    assert load(SEEDS) == (0, {"unchanged": summary["new"]})
    paths = sorted(SEEDS.rglob("*.*"), reverse=True)
    assert load(*[p for p in paths if p.suffix != ".md"]) == (0, {"unchanged": summary["new"]})
    for kind in (Mention, Quote, DateExpression):
        facts: Any = kind._default_manager.select_related("article")
        assert facts.count() > 100
        for fact in facts:
            assert fact.article.body[fact.start : fact.end] == fact.text
            assert 0 <= fact.confidence <= 1
    for quote in Quote.objects.select_related("article"):
        body = quote.article.body
        for start, end in quote.segments:
            assert quote.start <= start < end <= quote.end
        for text, start, end in (
            (quote.speaker_text, quote.speaker_start, quote.speaker_end),
            (quote.cue, quote.cue_start, quote.cue_end),
        ):
            assert text == ("" if start is None else body[start:end])


BAD: list[tuple[str, bytes, str, int | None]] = [
    ("empty.txt", b"", "empty", None),
    ("cut.jsonl", b'{"headline": "A", "body": ', "not_json", 1),
    ("array.jsonl", b'{"headline": "A", "body": "B"}\n[1]\n', "not_an_object", 2),
    ("latin.txt", "Caf\u00e9\n\nIt closed.".encode("latin-1"), "not_utf8", None),
    ("nul.txt", b"Head\n\nA \x00 body.", "nul_character", None),
    ("nul.jsonl", b'{"headline": "A", "body": "B\\u0000"}', "nul_character", 1),
    ("surrogate.jsonl", b'{"headline": "A", "body": "B \\ud800"}', "lone_surrogate", 1),
    ("title.jsonl", b'{"body": "B"}', "missing_headline", 1),
    ("body.jsonl", b'{"headline": "A"}', "missing_body", 1),
    ("date.jsonl", b'{"headline": "A", "body": "B", "published_at": "2025-02-30"}', "bad_date", 1),
    ("date.txt", b"Title: A\nDate: 31 February 2025\n\nThe story.", "bad_date", None),
    ("field.jsonl", b'{"headline": "A", "body": "B", "titel": "C"}', "unknown_field", 1),
    ("twice.jsonl", b'{"headline": "A", "body": "B", "body": "C"}', "duplicate_key", 1),
    ("page.html", b"<html><head><title>T</title></head><body></body></html>", "missing_body", None),
    ("bomb.xml", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "xml_entities", None),
    ("cut.xml", b"<rss>\n<channel>", "not_xml", 2),
    ("row.csv", b"headline,body\nA\n", "bad_row", 2),
    ("cut.jsonl.gz", gzip.compress(b'{"headline": "A", "body": "B"}\n')[:-9], "cut_file", None),
    ("picture.json", b'{"uri": "a", "type": "picture"}', "not_an_article", 1),
]


@pytest.mark.parametrize(("name", "data", "code", "line"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_is_rejected_with_its_place_and_the_rest_loads(
    tmp_path: Path, story: Path, name: str, data: bytes, code: str, line: int | None
) -> None:
    (tmp_path / name).write_bytes(data)
    rejects = tmp_path.parent / f"{tmp_path.name}-rejects.jsonl"
    status, summary = load(tmp_path, "--rejects", rejects)
    assert (status, summary["rejected"]) == (1, 1)
    reject = json.loads(rejects.read_text(encoding="utf-8"))
    assert (reject["code"], Path(reject["path"]).name) == (code, name)
    assert reject["reason"]
    if line is not None:
        assert reject["line"] == line
    assert Article.objects.filter(headline="A new bridge at last").exists()


def test_a_body_over_the_limit_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Headline\n\n" + b"word " * 10_000_000)
    assert load(path) == (1, {"rejected": 1})


def test_a_missing_file_does_not_keep_the_others_out(tmp_path: Path, story: Path) -> None:
    assert load(tmp_path / "none.txt", story) == (1, {"rejected": 1, "new": 1})


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    line = b'{"headline": "A bridge opens", "body": "It opened."}\n'
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(line * 2)))
    assert load("-", "--format", "jsonl") == (0, {"new": 1, "unchanged": 1})


def test_records_of_another_shape_are_mapped(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text('{"title": "A bridge opens", "text": {"main": "It opened."}, "id": 7}\n')
    assert load(path) == (1, {"rejected": 1})
    pairs = ["headline=title", "body=text.main", "guid=id"]
    assert load(path, *(f"--map={pair}" for pair in pairs)) == (0, {"new": 1})
    article = Article.objects.get()
    assert (article.guid, article.headline, article.body) == ("7", "A bridge opens", "It opened.")


def test_limits_are_settings(story: Path, settings: Settings) -> None:
    settings.READER_LIMITS = {"max_file_bytes": 20}
    assert load(story) == (1, {"rejected": 1})


def test_a_kill_notice_takes_its_article_back(tmp_path: Path) -> None:
    story, kill = tmp_path / "2.json", tmp_path / "1.json"
    times = {"uri": "urn:x:1", "versioncreated": "2025-05-20T10:00:00Z"}
    story.write_text(json.dumps(times | {"headline": "A bridge opens", "body_text": "It opened."}))
    later = times | {"versioncreated": "2025-05-20T11:00:00Z"}
    kill.write_text(json.dumps(later | {"pubstatus": "canceled"}))
    assert load(story) == (0, {"new": 1})
    assert load(tmp_path) == (0, {"updated": 1, "unchanged": 1})
    article = Article.objects.get()
    assert (article.pub_status, article.headline) == ("canceled", "A bridge opens")


def test_a_dry_run_stores_nothing(story: Path) -> None:
    assert load(story, "--dry-run") == (0, {"new": 1})
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x.txt", "--format", "pdf"],
        ["x.txt", "--published", "soon"],
        ["x.txt", "--map", "titel=title"],
        ["x.txt", "--map", "headline"],
        ["x.txt", "--full-text"],
    ],
)
def test_wrong_usage_says_so(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("load_articles", *arguments)


def test_names_that_are_no_text_are_shown_with_escapes(tmp_path: Path, story: Path) -> None:
    story.rename(os.fsdecode(os.fsencode(tmp_path) + b"/story\xff.txt"))
    (tmp_path / "bad\nline\x1b.txt").write_bytes(b"")
    rejects = tmp_path.parent / f"{tmp_path.name}-rejects.jsonl"
    assert load(tmp_path, "--rejects", rejects) == (1, {"new": 1, "rejected": 1})
    reject = json.loads(rejects.read_text(encoding="utf-8"))
    assert reject["path"].endswith(r"/bad\nline\x1b.txt")
    assert Article.objects.get().loaded_from.endswith(r"/story\xff.txt")


def test_very_long_phrases_are_stored_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    very = "very " * 150
    path.write_text(f"Long\n\n“The bridge is closed,” said the {very}old man.", encoding="utf-8")
    assert load(path) == (0, {"new": 1})
