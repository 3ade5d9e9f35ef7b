from __future__ import annotations

import pytest

from tests.readers.builders import one
from tests.readers.test_html import BODY, PARAGRAPHS, ld, meta, page


def test_the_headline_has_the_quotation_marks_that_are_printed() -> None:
    source = page(
        ld(**{"@type": "NewsArticle", "headline": 'It\'s "over"'}), f"<h1>It’s “over”</h1>{BODY}"
    )
    assert one("html", source).headline == "It’s “over”"


@pytest.mark.parametrize(
    ("head", "standfirst"),
    [
        (ld(**{"@type": "NewsArticle", "description": "They sail again."}), "They sail again."),
        (meta(**{"og:description": "They sail again."}), "They sail again."),
        ('<meta name="description" content="They sail  again.">', "They sail again."),
        (meta(**{"og:description": "They sail again after…"}), ""),
        (meta(**{"og:description": PARAGRAPHS[0]}), ""),
        ("", ""),
    ],
)
def test_standfirst(head: str, standfirst: str) -> None:
    assert one("html", page(head)).standfirst == standfirst


def test_rights() -> None:
    notice = ld(**{"@type": "NewsArticle", "copyrightNotice": "Copyright 2025"})
    assert one("html", page(notice)).rights == "Copyright 2025"
    assert one("html", page('<meta name="copyright" content="The Post">')).rights == "The Post"
