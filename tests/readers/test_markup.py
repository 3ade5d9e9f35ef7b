from __future__ import annotations

import pytest

from articles.readers.base import DEFAULT_LIMITS
from articles.readers.markup import drop_link_lists, parse_html, text_of_either, text_of_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree."),
        ("<div>One <b>two</b>\n three.<div>Four.</div></div>", "One two three.\n\nFour."),
        ("<p>A <q>word</q> and <q>“another”</q>.</p>", "A “word” and “another”."),
        ("<p>A<script>x()</script><style>y</style><!-- z --> b</p>", "A b"),
        ("<p>One.</p><figure><p>Caption</p></figure><aside>Ad</aside>Two.", "One.\n\nTwo."),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("5 &lt; 6 &amp; 7&nbsp;&gt; 6", "5 < 6 & 7 > 6"),
        ("", ""),
        (" \n", ""),
    ],
)
def test_blocks_become_paragraphs(source: str, text: str) -> None:
    assert text_of_html(source, DEFAULT_LIMITS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One.\n\nTwo, 5 < 6.", "One.\n\nTwo, 5 < 6."),
        ("One.\n\nTwo &amp; three.", "One. Two & three."),
        ("AT&T said", "AT&T said"),
        ("One.\n<br>Two.", "One.\nTwo."),
    ],
)
def test_plain_text_keeps_its_lines(source: str, text: str) -> None:
    assert text_of_either(source, DEFAULT_LIMITS) == text


def test_lists_of_other_pages_go_and_lists_of_the_article_stay() -> None:
    tree = parse_html(
        "<p>Text.</p><h2>More from us</h2><ul>"
        + "<li><a href='/x'>Another story</a> today</li>" * 3
        + "</ul><h2>What they want</h2><ul>"
        + "<li>Shorter hours on the boats, <a href='/x'>they say</a>.</li>" * 3
        + "</ul><ol><li><a href='/x'>A single link</a></li></ol>",
        DEFAULT_LIMITS,
    )
    drop_link_lists(tree)
    text = str(tree.text_content())
    assert "More from us" not in text
    assert "Another story" not in text
    assert text.count("Shorter hours") == 3
    assert "What they want" in text
    assert "A single link" in text
