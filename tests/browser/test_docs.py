"""The explorer and the reference of the API work without any other host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.builders import make_article

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_swagger_ui_shows_the_operations_and_tries_one_out(page: Page) -> None:
    make_article(headline="Bridge to open")
    page.goto("/api/v1/docs/")
    for path in ("/api/v1/articles/", "/api/v1/quotes/", "/api/v1/extract/"):
        expect(page.locator(f'.opblock-summary-path[data-path="{path}"]')).to_be_visible()
    operation = page.locator(".opblock", has=page.locator('[data-path="/api/v1/articles/"]'))
    operation.locator(".opblock-summary").click()
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table")
    expect(answer).to_contain_text("Bridge to open")


def test_redoc_shows_the_operations(page: Page) -> None:
    page.goto("/api/v1/redoc/")
    for path in ("/api/v1/articles/", "/api/v1/quotes/", "/api/v1/extract/"):
        expect(page.locator("redoc")).to_contain_text(path)
    expect(page.locator("redoc h1").first).to_contain_text("newsapi")
