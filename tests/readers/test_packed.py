"""Packed files and archives: what is in them, and what must not get out of them."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import sys
import tarfile
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from backports import zstd

from articles.readers import Item, Limits, Rejected, read_paths
from articles.readers.compression import RATIO_FREE_BYTES
from tests.readers.builders import line, outcomes

LINES = "".join(f"{line(headline=f'H{n}')}\n" for n in range(3)).encode()
STORY = b"A title\n\nThe story."
Entries = list[tuple[str, bytes]]
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "bz2": bz2.compress, "zst": zstd.compress,
}  # fmt: skip


def zipped(entries: Entries) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name are on purpose
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(entries: Entries, mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in entries:
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return out.getvalue()


def items_of(tmp_path: Path, name: str, data: bytes, limits: Limits | None = None) -> list[Item]:
    (tmp_path / name).write_bytes(data)
    return list(read_paths([str(tmp_path / name)], limits=limits or Limits()))


def places(items: list[Item], root: Path) -> list[tuple[str, str]]:
    return [
        (
            item.code if isinstance(item, Rejected) else "ok",
            str(item.location)[len(str(root)) + 1 :],
        )
        for item in items
    ]


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path, suffix: str) -> None:
    items = items_of(tmp_path, f"a.jsonl.{suffix}", PACKERS[suffix](LINES))
    assert places(items, tmp_path) == [("ok", f"a.jsonl.{suffix}, line {n}") for n in (1, 2, 3)]
    # Its name may say more than its content does.
    assert outcomes(items_of(tmp_path, f"b.csv.{suffix}", PACKERS[suffix](b"x"))) == [
        "unknown_field"
    ]


def test_files_packed_one_behind_the_other_are_one(tmp_path: Path) -> None:
    for suffix, pack in PACKERS.items():
        items = items_of(tmp_path, f"a.jsonl.{suffix}", pack(LINES) + pack(LINES))
        assert outcomes(items) == ["ok"] * 6


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_stands_before_a_cut_is_read(tmp_path: Path, suffix: str) -> None:
    lines = b"".join(line(guid=os.urandom(600).hex()).encode() + b"\n" for _ in range(2_000))
    data = PACKERS[suffix](lines)
    items = items_of(tmp_path, f"a.jsonl.{suffix}", data[: 9 * len(data) // 10])
    assert outcomes(items)[-1] == "cut_file"
    assert len(items) > 900
    assert set(outcomes(items[:-1])) == {"ok"}


@pytest.mark.parametrize(
    "data",
    [b"\x1f\x8b\x08" + b"x" * 50, gzip.compress(LINES, mtime=0) + b"junk", b"BZh9xx"],
    ids=["no gzip", "more behind it", "no bzip2"],
)
def test_a_packed_file_that_is_damaged(tmp_path: Path, data: bytes) -> None:
    assert outcomes(items_of(tmp_path, "a.gz", data))[-1] in ("bad_archive", "cut_file")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped([("x/a.jsonl", LINES), ("b.txt", STORY)])),
        ("a.tar", tarred([("x/a.jsonl", LINES), ("b.txt", STORY)])),
        ("a.tgz", tarred([("x/a.jsonl", LINES), ("b.txt", STORY)], "w:gz")),
        ("a", tarred([("x/a.jsonl", LINES), ("b.txt", STORY)], "w:bz2")),
    ],
)
def test_an_archive_is_read_like_a_folder(tmp_path: Path, name: str, data: bytes) -> None:
    lines = [("ok", f"{name}!x/a.jsonl, line {n}") for n in (1, 2, 3)]
    assert places(items_of(tmp_path, name, data), tmp_path) == [*lines, ("ok", f"{name}!b.txt")]


def test_hidden_files_and_files_about_the_others_are_passed_over(tmp_path: Path) -> None:
    names = ["README.md", "x/.hidden/a.txt", "__MACOSX/._a.txt", "x/LICENSE", "folder/", "a.txt"]
    entries = [(name, b"" if name.endswith("/") else STORY) for name in names]
    assert places(items_of(tmp_path, "a.zip", zipped(entries)), tmp_path) == [("ok", "a.zip!a.txt")]


def test_archives_in_an_archive_are_read_and_no_deeper(tmp_path: Path) -> None:
    inner = zipped([("q.jsonl", LINES)])
    packed = gzip.compress(LINES)
    for name, data in (
        ("a.zip", zipped([("in.zip", inner), ("z.jsonl.gz", packed)])),
        ("a.tar", tarred([("in.zip", inner), ("z.jsonl.gz", packed)])),
        (
            "b.tgz",
            tarred([("in.tgz", tarred([("q.jsonl", LINES)], "w:gz")), ("z.gz", packed)], "w:gz"),
        ),
    ):
        assert outcomes(items_of(tmp_path, name, data)) == ["ok"] * 6
    deep = zipped([("a.zip", zipped([("b.zip", inner), ("ok.txt", STORY)]))])
    assert places(items_of(tmp_path, "deep.zip", deep), tmp_path) == [
        ("nested_archive", "deep.zip!a.zip!b.zip"),
        ("ok", "deep.zip!a.zip!ok.txt"),
    ]
    assert outcomes(items_of(tmp_path, "a.gz", gzip.compress(packed))) == ["nested_archive"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "x/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"]
)
def test_names_that_lead_out_are_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    for pack in (zipped, tarred):
        data = pack([(name, STORY), ("b.txt", STORY)])
        assert outcomes(items_of(tmp_path, "a.bin", data)) == ["unsafe_entry", "ok"]
    assert os.listdir(tmp_path) == ["a.bin"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_in_a_tar_are_refused(tmp_path: Path, kind: bytes) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        header = tarfile.TarInfo("link.txt")
        header.type, header.linkname = kind, "/etc/passwd"
        archive.addfile(header)
    assert outcomes(items_of(tmp_path, "a.tar", out.getvalue())) == ["unsafe_entry"]


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert outcomes(items_of(tmp_path, "a.zip", out.getvalue())) == ["unsafe_entry"]


def test_two_entries_of_one_name(tmp_path: Path) -> None:
    for pack in (zipped, tarred):
        data = pack([("a.txt", STORY), ("a.txt", b"Another\n\nStory.")])
        assert outcomes(items_of(tmp_path, "a.bin", data)) == ["ok", "duplicate_entry"]


def test_an_encrypted_entry_costs_itself_alone(tmp_path: Path) -> None:
    data = bytearray(zipped([("a.txt", STORY), ("b.txt", STORY)]))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    data[data.find(b"PK\x03\x04") + 6] |= 1
    assert outcomes(items_of(tmp_path, "a.zip", bytes(data))) == ["encrypted", "ok"]


def test_an_entry_that_is_larger_or_other_than_its_list_says(tmp_path: Path) -> None:
    data = bytearray(zipped([("a.txt", STORY * 100), ("b.txt", STORY)]))
    data[data.find(b"PK\x01\x02") + 24] -= 5
    assert outcomes(items_of(tmp_path, "a.zip", bytes(data))) == ["bad_archive", "ok"]


@pytest.mark.parametrize("cut", [60, 500, 700])
def test_archives_that_are_cut(tmp_path: Path, cut: int) -> None:
    assert outcomes(items_of(tmp_path, "a.zip", zipped([("a.jsonl", LINES)])[:-30])) == [
        "bad_archive"
    ]
    whole = tarred([("a.txt", STORY), ("b.jsonl", LINES * 20)])
    end = whole[: 1024 + cut]
    found = outcomes(items_of(tmp_path, "a.tar", end))
    assert (found[0], found[-1]) in (("ok", "cut_file"), ("ok", "bad_archive"))


def test_a_tar_whose_next_header_is_junk_does_not_end_in_silence(tmp_path: Path) -> None:
    whole = bytearray(tarred([("a.txt", STORY), ("b.txt", STORY)]))
    whole[1024:1100] = b"x" * 76
    assert outcomes(items_of(tmp_path, "a.tar", bytes(whole))) == ["ok", "cut_file"]


def test_a_header_that_would_fill_the_memory(tmp_path: Path) -> None:
    out = io.BytesIO()
    header = tarfile.TarInfo("long")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 10**10
    out.write(header.tobuf(tarfile.GNU_FORMAT))
    assert outcomes(items_of(tmp_path, "a.tar", out.getvalue())) == ["bad_archive"]


def bomb(pack: Callable[[bytes], bytes]) -> bytes:
    """Lines without end, many times what a file may unpack to."""
    return pack(b"\n" * (RATIO_FREE_BYTES + 1_000_000))


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_bomb_is_stopped(tmp_path: Path, suffix: str) -> None:
    items = items_of(tmp_path, f"a.jsonl.{suffix}", bomb(PACKERS[suffix]))
    assert outcomes(items) == ["archive_ratio"]


def test_a_bomb_in_a_zip_costs_itself_alone(tmp_path: Path) -> None:
    data = zipped([("a.jsonl", b"\n" * (RATIO_FREE_BYTES + 1)), ("b.txt", STORY)])
    assert outcomes(items_of(tmp_path, "a.zip", data)) == ["archive_ratio", "ok"]


def test_entries_that_overlap_are_a_bomb(tmp_path: Path) -> None:
    data = bytearray(zipped([("a.txt", os.urandom(3000)), ("b.txt", STORY)]))
    first = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 1)
    data[second + 20 : second + 28] = data[first + 20 : first + 28]
    assert outcomes(items_of(tmp_path, "a.zip", bytes(data))) == ["archive_ratio"]


def test_limits_count_over_all_that_is_packed_inside(tmp_path: Path) -> None:
    inner = zipped([("q.txt", STORY), ("r.txt", STORY)])
    data = zipped([("in.zip", inner), ("a.txt", STORY), ("b.txt", STORY)])
    few = items_of(tmp_path, "a.zip", data, Limits(max_archive_entries=3))
    assert outcomes(few) == ["ok", "ok", "archive_too_large"]
    small = items_of(tmp_path, "a.zip", data, Limits(max_archive_bytes=len(inner) + 25))
    assert outcomes(small)[-1] == "archive_too_large"


@pytest.mark.parametrize("is_zip_64", [False, True])
def test_a_list_of_files_that_would_fill_the_memory(tmp_path: Path, is_zip_64: bool) -> None:
    data = zipped([("a.txt", STORY)])
    end = data.find(b"PK\x05\x06")
    length = b"\xff" * 4 if is_zip_64 else (10**9).to_bytes(4, "little")
    record = b"PK\x06\x06" + bytes(36) + (10**10).to_bytes(8, "little") + bytes(8)
    changed = data[:end] + record + data[end : end + 12] + length + data[end + 16 :]
    assert outcomes(items_of(tmp_path, "a.zip", changed)) == ["archive_too_large"]


def test_an_archive_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped([("a.jsonl", LINES)])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert outcomes(read_paths(["-"])) == ["ok"] * 3


def test_a_tar_is_read_from_front_to_back(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tarred([(f"{n}.jsonl", LINES * 200) for n in range(50)]))
    items = read_paths([str(path)])
    next(items)
    os.truncate(path, 0)
    assert sum(1 for _ in items) < 3_000
