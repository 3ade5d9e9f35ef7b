from __future__ import annotations

import pytest

from tests.readers.builders import one
from tests.readers.test_html import BODY, page


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=UTF-8>", "utf-8"),
        ("", "utf-8"),
        ("<meta charset=windows-1252>", "utf-8-sig"),
        ("<meta charset=utf-16>", "utf-8"),
        ("", "utf-16"),
        ("<meta charset=koi8-r>", "koi8-r"),
    ],
)
def test_encodings(declaration: str, encoding: str) -> None:
    name = "Паром" if encoding == "koi8-r" else "“Élise”"
    data = page(declaration, f"<h1>{name}</h1>{BODY}").encode(encoding)
    assert one("html", data).headline == name


def test_an_xml_declaration_names_the_encoding() -> None:
    data = page("", f"<h1>Élise</h1>{BODY}", top='<?xml version="1.0" encoding="iso-8859-1"?>')
    assert one("html", data.encode("cp1252")).headline == "Élise"
