"""A real Chromium, and a page that fails its test if anything goes wrong in it unseen."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.live_server_helper import LiveServer

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESELECTED = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser's tests out where there is none, unless one is required."""
    in_browser = [item for item in items if item.get_closest_marker("browser")]
    if CHROMIUM or REQUIRED:
        if in_browser and connection.vendor == "sqlite":
            # A browser asks for several things at once, which SQLite in memory refuses.
            connection.settings_dict["TEST"]["NAME"] = settings.DATA_DIR / "test.sqlite3"
        return
    config.stash[DESELECTED] = len(in_browser)
    config.hook.pytest_deselected(items=in_browser)
    items[:] = [item for item in items if item not in in_browser]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if number := config.stash.get(DESELECTED, 0):
        terminalreporter.write_line(
            f"{number} browser tests left out: no chromium on PATH and CHROMIUM is not set "
            "(apt-get install chromium; REQUIRE_BROWSER=1 makes its absence an error)."
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.fail("REQUIRE_BROWSER is set, but there is no chromium: install it or set CHROMIUM")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's synchronous calls run an event loop in this thread, which
        # makes Django refuse the tests' own queries.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of the running site.

    The test fails on any error in the console (also of the content security
    policy), any request to another host and any dialog.
    """
    problems: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # Browsers ask for this file by themselves where a page names no icon.
        if message.type == "error" and "/favicon.ico" not in message.location["url"]:
            problems.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:", "blob:")):
            problems.append(f"request: {request.url}")

    def on_dialog(dialog: Dialog) -> None:
        problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    opened = context.new_page()
    opened.on("console", on_console)
    opened.on("request", on_request)
    opened.on("pageerror", lambda error: problems.append(f"error: {error}"))
    opened.on("dialog", on_dialog)
    yield opened
    context.close()
    assert problems == []
