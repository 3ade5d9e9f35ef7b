"""Archives: everything, there and back, or nothing at all."""

from __future__ import annotations

import errno
import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from backports import zstd
from django.apps import apps
from django.db import transaction

from articles.choices import Status
from articles.models import (
    Appearance,
    Article,
    ArticleVersion,
    Chunk,
    DateExpression,
    Mention,
    Person,
    PersonAlias,
    PersonMerge,
    PossibleMatch,
    Quote,
    Reject,
    Run,
    Source,
)
from articles.models.summaries import COUNTS
from articles.services.archive import (
    ArchiveError,
    archive_digest,
    export,
    export_archive,
    import_archive,
)
from articles.services.archive.files import read_lines, writing
from articles.services.archive.rows import TABLES
from articles.services.verify import verify
from tests.builders import make_article, make_mention, make_person, make_quote, make_source
from tests.everything import NOW, make_everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.django_db


def quiet(table: str, rows: int) -> None:
    """Progress that nobody looks at."""


def empty() -> None:
    Quote.objects.update(said_on=None)
    Person.objects.update(merged_into=None, described_in=None)
    for model in reversed(TABLES.values()):
        model._default_manager.all().delete()


def lines(path: Path) -> list[Any]:
    return [line for line, _ in read_lines(path)]


def archived(path: Path) -> dict[str, Any]:
    make_everything()
    return export_archive(path, quiet)


@pytest.mark.parametrize("suffix", ["zst", "gz"])
def test_everything_comes_back_under_its_id(tmp_path: Path, suffix: str) -> None:
    path, again = tmp_path / f"a.jsonl.{suffix}", tmp_path / f"b.jsonl.{suffix}"
    summary = archived(path)
    assert summary["rows"]["Quote"] == 2
    assert set(summary["rows"]) == set(TABLES)
    empty()
    assert import_archive(path, quiet) == summary
    export_archive(again, quiet)
    assert lines(again) == lines(path)
    assert [problem for _, problem in verify() if problem] == []
    # Sequences go on behind the ids that came.
    assert make_article().pk > Article.objects.get(guid="second").pk


def test_every_table_is_archived() -> None:
    models = set(apps.get_app_config("articles").get_models())
    assert set(TABLES.values()) == models - set(COUNTS)
    make_everything()
    assert all(model._default_manager.exists() for model in models)


def is_harmless(path: Path, whole: list[Any]) -> bool:
    """Whether a changed byte means nothing: both formats have some, in their headers."""
    try:
        return lines(path) == whole
    except ArchiveError:
        return False


@pytest.mark.parametrize("suffix", ["zst", "gz"])
def test_a_cut_or_flipped_file_is_refused_and_nothing_stored(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.jsonl.{suffix}"
    archived(path)
    empty()
    whole, content = path.read_bytes(), lines(path)
    places = range(0, len(whole), 7)
    flipped = [whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :] for at in places]
    cut = [whole[:at] for at in (*places, len(whole) - 1)]
    refused = 0
    for damaged in (*flipped, *cut, whole + b"x"):
        path.write_bytes(damaged)
        if damaged in flipped and is_harmless(path, content):
            continue
        with pytest.raises(ArchiveError, match=r"damaged|not an archive"):
            import_archive(path, quiet)
        refused += 1
    assert refused > len(cut) + 0.98 * len(flipped)
    assert not Source.objects.exists()


def test_a_file_without_its_last_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    archived(path)
    empty()
    text = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    for kept in (text[:-1], text[:3] + text[4:], [*text, text[-1]], text[:1], []):
        path.write_bytes(gzip.compress(b"".join(kept)))
        with pytest.raises(ArchiveError, match=r"damaged|not an archive"):
            import_archive(path, quiet)
    assert not Source.objects.exists()


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    for content in (b"", b"PK\3\4 zip", zstd.compress(b"[1]\n"), gzip.compress(b"\xff\n")):
        path.write_bytes(content)
        with pytest.raises(ArchiveError, match=r"damaged|not an archive"):
            import_archive(path, quiet)


def rewritten(path: Path, change: Callable[[list[Any]], None]) -> None:
    """An archive with other lines, and the right checksum for them."""
    *rows, end = lines(path)
    change(rows)
    with writing(path) as writer:
        for row in rows:
            writer.write(row)
        writer.write(end | {"sha256": writer.sha256})


def other_schema(rows: list[Any]) -> None:
    rows[0]["schema"] = "0001_initial"


def newer_format(rows: list[Any]) -> None:
    rows[0]["format"] = 2


def unknown_table(rows: list[Any]) -> None:
    rows[5]["table"] = "Nothing"


def unknown_column(rows: list[Any]) -> None:
    rows[1]["row"]["colour"] = "red"


def wrong_type(rows: list[Any]) -> None:
    row = next(row for row in rows if row.get("table") == "Article")
    row["row"]["published_at"] = "soon"


def id_twice(rows: list[Any]) -> None:
    rows.insert(2, rows[1])


def missing_reference(rows: list[Any]) -> None:
    row = next(row for row in rows if row.get("table") == "Mention")
    row["row"]["person_id"] = 987_654


def other_words(rows: list[Any]) -> None:
    row = next(row for row in rows if row.get("table") == "Article")
    row["row"]["headline"] = "Another one"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (other_schema, "was written by version .* with the schema 0001_initial; this is"),
        (newer_format, "import it with that version, then upgrade"),
        (unknown_table, "a table that is not known here: Nothing"),
        (unknown_column, "a row of Source has other columns than the table: colour"),
        (wrong_type, "Article .* has a value that is not of its column"),
        (id_twice, "the database does not take Source"),
        (missing_reference, "a row refers to one that is not there"),
        (other_words, "differs from what was archived"),
    ],
)
def test_what_the_database_cannot_take_leaves_it_empty(
    tmp_path: Path, change: Callable[[list[Any]], None], words: str
) -> None:
    path = tmp_path / "a.jsonl.zst"
    archived(path)
    empty()
    rewritten(path, change)
    with pytest.raises(ArchiveError, match=words), transaction.atomic():
        import_archive(path, quiet)
    assert not Source.objects.exists()


def test_a_database_in_use_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    archived(path)
    before = archive_digest()
    with pytest.raises(ArchiveError, match="in use, there are rows of Source: name an empty"):
        import_archive(path, quiet)
    assert archive_digest() == before


def test_a_failure_leaves_the_file_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl.zst"
    archived(path)
    before = path.read_bytes()

    def full() -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(export, "archive_digest", full)
    with pytest.raises(OSError, match="No space"):
        export_archive(path, quiet)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_says_no_compression_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="has to end in"):
        export_archive(tmp_path / "a.jsonl", quiet)
    assert list(tmp_path.iterdir()) == []


def test_rows_are_written_as_plain_json(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    archived(path)
    header, *rows, end = (
        json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()
    )
    assert header["archive"] == "newsapi"
    run = next(line["row"] for line in rows if line["table"] == "Run")
    assert (run["started_at"], run["counts"]) == ("2025-05-20T08:00:00.123456+00:00", {"seen": 3})
    assert next(line["row"] for line in rows if line["table"] == "Chunk")["result"] == "AP8="
    assert end["end"]["archive_digest"] == archive_digest()


def two_namesakes(*, reverse: bool) -> None:
    guids = ["a", "b", "c"]
    for guid in reversed(guids) if reverse else guids:
        article = make_article(guid=guid, source=make_source(name=f"Source {guid}"))
        if guid == "c":
            continue
        ana = make_person(origin="edited" if guid == "b" else "extracted")
        make_quote(article=article, speaker=ana)
        make_mention(article=article, person=ana)


def test_the_digest_knows_no_ids_and_no_times_of_storing() -> None:
    two_namesakes(reverse=False)
    before = archive_digest()
    empty()
    two_namesakes(reverse=True)
    assert archive_digest() == before
    Article.objects.update(loaded_at=NOW, extracted_at=NOW, loaded_from="/tmp/a")
    Run.objects.create(kind="load", started_at=NOW)
    assert archive_digest() == before


def swap_people() -> None:
    """The two namesakes as ever, but each in the article of the other."""
    one, other = Person.objects.order_by("pk")
    Person.objects.filter(pk=one.pk).update(origin=other.origin)
    Person.objects.filter(pk=other.pk).update(origin=one.origin)


def test_the_digest_tells_namesakes_apart() -> None:
    two_namesakes(reverse=False)
    before = archive_digest()
    swap_people()
    assert archive_digest() != before


@pytest.mark.parametrize(
    "change",
    [
        lambda: Source.objects.filter(slug="harwick-courier").update(country="IE"),
        lambda: Article.objects.filter(guid="first").update(headline="x"),
        lambda: Article.objects.filter(guid="first").update(edited_fields=["headline"]),
        lambda: ArticleVersion.objects.update(fields={}),
        lambda: Person.objects.filter(name="Tom Okafor").update(wikidata_id="Q1"),
        lambda: Person.objects.update(merged_into=None),
        lambda: PersonAlias.objects.filter(name="Reyes").delete(),
        lambda: Appearance.objects.update(context=["x"]),
        lambda: Quote.objects.update(said_on=None),
        lambda: Quote.objects.filter(speaker__isnull=False).update(speaker=None, appearance=None),
        lambda: Quote.objects.update(status=Status.REJECTED),
        lambda: Mention.objects.update(title="x"),
        lambda: DateExpression.objects.update(earlier_version=None),
        lambda: DateExpression.objects.update(quote=None),
        lambda: PossibleMatch.objects.update(status="rejected"),
        lambda: PersonMerge.objects.update(undone_at=NOW),
        lambda: PersonMerge.objects.update(merged_by="x"),
    ],
)
def test_the_digest_is_another_after_any_change(change: Callable[[], object]) -> None:
    make_everything()
    before = archive_digest()
    change()
    assert archive_digest() != before


@pytest.mark.parametrize("model", [Run, Reject, Chunk])
def test_runs_are_archived_and_not_in_the_digest(model: Any) -> None:
    make_everything()
    before = archive_digest()
    model.objects.all().delete()
    assert archive_digest() == before
